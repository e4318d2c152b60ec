package dev.sightglass.simulator.check;

import java.util.regex.Pattern;

/** The rule for names of functions and of response formats. */
public final class FunctionNames {
    private static final String PATTERN = "^[a-zA-Z0-9_-]+$";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);
    private static final int MAX_LENGTH = 64;

    private FunctionNames() {}

    public static String check(Field name) {
        String text = name.required().string();
        if (text.isEmpty()) {
            throw OpenAiErrors.emptyString(name.path());
        }
        if (text.length() > MAX_LENGTH) {
            throw OpenAiErrors.stringTooLong(name.path(), MAX_LENGTH, text.length());
        }
        if (!COMPILED.matcher(text).matches()) {
            throw OpenAiErrors.patternMismatch(name.path(), PATTERN);
        }
        return text;
    }
}
