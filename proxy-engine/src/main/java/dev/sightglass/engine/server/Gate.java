package dev.sightglass.engine.server;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.pipeline.Rejection;
import dev.sightglass.engine.settings.AzureEndpoint;
import dev.sightglass.engine.settings.EngineSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides by a request's head alone, before its body is read, whether it may come in. A web page in a browser on this machine
 * can reach a loopback port too: what gives a browser away, or names another host, is refused.
 */
final class Gate {
    /** The reason of a refusal after which nobody can say where the body ends. */
    static final String FRAMING = "framing";

    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final EngineSettings settings;
    private final Admission admission;

    Gate(EngineSettings settings) {
        this.settings = settings;
        admission = new Admission(settings);
    }

    /** Why the request may not come in; empty when it may. */
    Optional<Rejection> refusal(RequestHead head, boolean hostInTarget) {
        Rejection refusal = framing(head);
        if (refusal == null) refusal = host(head, hostInTarget);
        if (refusal == null) refusal = browser(head.headers());
        if (refusal == null) refusal = admission.refusal(head).orElse(null);
        if (refusal == null && head.method().equals("POST")) refusal = content(head.headers());
        return Optional.ofNullable(refusal);
    }

    /** RFC 9112 section 6: whatever leaves the body's length open to two readings ends the connection. */
    private @Nullable Rejection framing(RequestHead head) {
        List<String> codings = head.headers().stream("transfer-encoding").toList();
        List<String> lengths = head.headers().stream("content-length").toList();
        if (!codings.isEmpty() && !lengths.isEmpty())
            return bad(FRAMING, "A request has a Content-Length or a Transfer-Encoding, not both.");
        if (codings.size() > 1 || (codings.size() == 1 && !codings.getFirst().equalsIgnoreCase("chunked")))
            return new Rejection(
                    501,
                    AnthropicErrors.NOT_SUPPORTED,
                    FRAMING,
                    "Of the transfer encodings only chunked is understood.");
        if (lengths.size() > 1
                || (lengths.size() == 1 && !LENGTH.matcher(lengths.getFirst()).matches()))
            return bad(FRAMING, "The Content-Length is no single number.");
        return null;
    }

    private @Nullable Rejection host(RequestHead head, boolean hostInTarget) {
        List<String> hosts = head.headers().stream("host").toList();
        if (hosts.size() != 1) return bad("host", "A request has exactly one Host.");
        Matcher host = HOST.matcher(hosts.getFirst());
        if (!host.matches()) return bad("host", "The Host is not a host with a port.");
        if (hostInTarget || head.method().equals("CONNECT"))
            return bad("host", "This is no proxy for other servers: send the path alone.");
        if (isOurs(host.group(1))) return null;
        return new Rejection(
                403,
                AnthropicErrors.PERMISSION,
                "host",
                "The request names the host " + host.group(1)
                        + ". Only localhost, 127.0.0.1 and [::1] are served: a web"
                        + " page may try to come in under another name.");
    }

    private boolean isOurs(String host) {
        if (AzureEndpoint.isLoopback(host)) return true;
        // This machine has names that it does not know of; whoever shows the token is no web page that guessed one.
        return !settings.listen().loopbackOnly() && admission.required();
    }

    private static @Nullable Rejection browser(Headers headers) {
        if (headers.first("origin").isPresent())
            return browser("A web page sent this request (it has an Origin). Web pages are not served.");
        String site = headers.first("sec-fetch-site").orElse("none").strip().toLowerCase(Locale.ROOT);
        if (!site.equals("none"))
            return browser("A web page sent this request (Sec-Fetch-Site). Web pages are not served.");
        return null;
    }

    private @Nullable Rejection content(Headers headers) {
        String type = headers.first("content-type").orElse("").toLowerCase(Locale.ROOT);
        int semicolon = type.indexOf(';');
        if (!(semicolon < 0 ? type : type.substring(0, semicolon)).strip().equals("application/json"))
            return new Rejection(
                    415, AnthropicErrors.INVALID_REQUEST, "content-type", "The content-type must be application/json.");
        String encoding =
                headers.first("content-encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
        if (!BodyDecoder.knows(encoding))
            return new Rejection(
                    415,
                    AnthropicErrors.INVALID_REQUEST,
                    "content-encoding",
                    "The content-encoding " + encoding + " is not understood; send gzip or none.");
        String length = headers.first("content-length").orElse("0");
        long most = settings.limits().bodyBytes();
        return Long.parseLong(length) > most ? tooLarge(most) : null;
    }

    static Rejection tooLarge(long most) {
        return new Rejection(
                413,
                AnthropicErrors.TOO_LARGE,
                "too-large",
                "The request is larger than the " + most + " bytes that are allowed (setting --max-body).");
    }

    private static Rejection browser(String message) {
        return new Rejection(403, AnthropicErrors.PERMISSION, "origin", message);
    }

    private static Rejection bad(String reason, String message) {
        return new Rejection(400, AnthropicErrors.INVALID_REQUEST, reason, message);
    }
}
