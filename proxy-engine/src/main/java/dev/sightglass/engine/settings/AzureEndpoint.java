package dev.sightglass.engine.settings;

import dev.sightglass.engine.model.UpstreamKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The base URL of an Azure resource, from what people paste. */
public final class AzureEndpoint {
    /** What an endpoint is often copied with, and what the proxy adds itself; longest first. */
    private static final List<String> TAILS = List.of("/openai/v1", "/anthropic/v1", "/openai", "/anthropic", "/");

    private static final Pattern INSTANCE = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-]{0,62}[a-zA-Z0-9])?");

    private AzureEndpoint() {}

    /** The base URL for {@code kind}, or empty when neither an endpoint nor an instance is set. */
    public static Optional<String> base(AzureSettings azure, UpstreamKind kind) {
        String endpoint = azure.endpoint();
        if (endpoint != null) return Optional.of(normalise(endpoint));
        return Optional.ofNullable(azure.instance()).map(name -> ofInstance(name, kind));
    }

    /** The public base URL of the resource of that name. */
    public static String ofInstance(String instance, UpstreamKind kind) {
        String domain = switch (kind) {
            case CHAT, RESPONSES -> "openai.azure.com";
            case ANTHROPIC -> "services.ai.azure.com";
        };
        return "https://" + instance + "." + domain;
    }

    /** The endpoint without what the proxy adds itself: a trailing slash, {@code /openai}, {@code /anthropic}. */
    public static String normalise(String endpoint) {
        String base = endpoint.strip();
        for (boolean changed = true; changed; ) {
            String before = base;
            for (String tail : TAILS)
                if (base.endsWith(tail)) {
                    base = base.substring(0, base.length() - tail.length());
                    break;
                }
            changed = !before.equals(base);
        }
        return base;
    }

    /** What is wrong with an endpoint, for a person; empty when nothing is. */
    public static Optional<String> problem(String endpoint) {
        URI uri;
        try {
            uri = new URI(endpoint.strip());
        } catch (URISyntaxException e) {
            return Optional.of("This is no URL: " + e.getReason() + ". Give a base URL such as"
                    + " https://NAME.openai.azure.com");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http")))
            return Optional.of("This is no base URL. Give one such as https://NAME.openai.azure.com");
        if (scheme.equals("http") && !isLoopback(uri.getHost()))
            return Optional.of("http would send the key in the clear; use https. http is accepted for loopback only");
        if (uri.getUserInfo() != null) return Optional.of("A user name or password does not belong in the endpoint");
        if (uri.getQuery() != null || uri.getFragment() != null)
            return Optional.of("Leave out everything from the ? or # on; the api-version is a setting of its own");
        return Optional.empty();
    }

    /** What is wrong with an instance's name; empty when nothing is. */
    public static Optional<String> instanceProblem(String instance) {
        if (INSTANCE.matcher(instance).matches()) return Optional.empty();
        return Optional.of("An instance is the resource's name alone (letters, digits, hyphens), as in"
                + " https://NAME.openai.azure.com; put a whole URL into the endpoint instead");
    }

    /** The instance's name in a base URL of Azure's own domains, or null. */
    public static @Nullable String instanceOf(String base) {
        String host = URI.create(base).getHost();
        if (host == null || !host.endsWith(".azure.com")) return null;
        return host.substring(0, host.indexOf('.'));
    }

    /** True for the names and addresses of this machine itself. */
    public static boolean isLoopback(String host) {
        String name = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return name.equalsIgnoreCase("localhost")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1")
                || name.matches("127(\\.\\d{1,3}){3}");
    }
}
