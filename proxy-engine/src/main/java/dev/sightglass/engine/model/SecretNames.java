package dev.sightglass.engine.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its name alone that a header or a parameter holds a credential. */
public final class SecretNames {
    private static final Set<String> WHOLE = Set.of("cookie", "set-cookie", "token", "password", "secret");

    private static final Pattern NAME =
            Pattern.compile(".*authorization.*|.*(?:[-_.]|api|access|auth|client|shared|session)"
                    + "(?:key|token|secret|password|passwd|credential|signature|jwt)");

    private SecretNames() {}

    /** True when a header or parameter of that name, in any case, holds a secret. */
    public static boolean secret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return WHOLE.contains(lower) || NAME.matcher(lower).matches();
    }
}
