package dev.sightglass.engine.export;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers on their way out. The recorder masks credentials already; records from elsewhere may still hold them. */
public final class SensitiveHeaders {
    private static final Set<String> NAMES = Set.of(
            "authorization", "proxy-authorization", "cookie", "set-cookie", "api-key", "apikey", "x-api-key", "token");
    private static final List<String> ENDINGS = List.of("-key", "-token", "-secret", "-password", "-signature");

    private SensitiveHeaders() {}

    /** The headers with every credential masked by name and every other secret by shape. */
    public static Headers mask(Headers headers, Sanitiser sanitiser) {
        return new Headers(headers.list().stream()
                .map(header -> new Header(header.name(), value(header, sanitiser)))
                .toList());
    }

    /** True for headers whose values are credentials. */
    public static boolean sensitive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private static String value(Header header, Sanitiser sanitiser) {
        if (sensitive(header.name())) return masked(header.value()) ? header.value() : "[redacted]";
        return sanitiser.mask(header.value());
    }

    private static boolean masked(String value) {
        return value.contains("redacted") || value.contains("****");
    }
}
