package dev.sightglass.engine.export;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.SecretNames;

/** Headers on their way out. The recorder masks credentials already; records from elsewhere may still hold them. */
public final class SensitiveHeaders {
    private SensitiveHeaders() {}

    /** The headers with every credential masked by name and every other secret by shape. */
    public static Headers mask(Headers headers, Sanitiser sanitiser) {
        return new Headers(headers.list().stream()
                .map(header -> new Header(header.name(), value(header, sanitiser)))
                .toList());
    }

    /** True for headers whose values are credentials. */
    public static boolean sensitive(String name) {
        return SecretNames.secret(name);
    }

    private static String value(Header header, Sanitiser sanitiser) {
        if (sensitive(header.name())) return masked(header.value()) ? header.value() : "[redacted]";
        return sanitiser.mask(header.value());
    }

    private static boolean masked(String value) {
        return value.contains("redacted") || value.contains("****");
    }
}
