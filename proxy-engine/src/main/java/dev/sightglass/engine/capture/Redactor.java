package dev.sightglass.engine.capture;

import dev.sightglass.engine.credential.SecretMask;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.SecretNames;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of heads before anything is kept: what remains is the scheme, the last four characters of a long one, and
 * a short hash to tell equal secrets from different ones. The hash is salted anew in each process. Thread-safe.
 */
public final class Redactor {
    private static final Pattern SECRET_PARAMETER = Pattern.compile(
            "([?&](?:[^=&#]*[-_])?(?:key|api-?key|token|secret|sig|signature|password|code)=)([^&#]+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEME = Pattern.compile("(?i)(Bearer|Basic|Digest|Negotiate)\\s+(.+)");
    private static final int LONG = 16;

    private final byte[] salt = new byte[16];

    public Redactor() {
        new SecureRandom().nextBytes(salt);
    }

    public RequestHead redact(RequestHead head, SecretMask mask) {
        return new RequestHead(head.method(), mask.mask(uri(head.uri())), redact(head.headers(), mask));
    }

    public ResponseHead redact(ResponseHead head, SecretMask mask) {
        return new ResponseHead(head.status(), redact(head.headers(), mask));
    }

    private Headers redact(Headers headers, SecretMask mask) {
        List<Header> redacted = headers.list().stream()
                .map(header -> SecretNames.secret(header.name())
                        ? new Header(header.name(), cover(header.value()))
                        : new Header(header.name(), mask.mask(header.value())))
                .toList();
        return new Headers(redacted);
    }

    /** The secrets in a head, to be covered wherever else they stand. */
    static List<String> secretsIn(Headers headers) {
        return headers.list().stream()
                .filter(header -> SecretNames.secret(header.name()))
                .map(header -> secretPart(header.value()))
                // Shorter values are dummies, and turn up in honest text.
                .filter(secret -> secret.length() >= LONG)
                .distinct()
                .toList();
    }

    private String uri(String uri) {
        return SECRET_PARAMETER
                .matcher(uri)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + cover(match.group(2))));
    }

    private static String secretPart(String value) {
        Matcher scheme = SCHEME.matcher(value.strip());
        return scheme.matches() ? scheme.group(2) : value.strip();
    }

    private String cover(String value) {
        Matcher scheme = SCHEME.matcher(value.strip());
        String secret = secretPart(value);
        String kept = scheme.matches() ? scheme.group(1) + " " : "";
        String tail = secret.length() < LONG ? "" : secret.substring(secret.length() - 4);
        return kept + "****" + tail + " #" + hash(secret);
    }

    private String hash(String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
