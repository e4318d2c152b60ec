package dev.sightglass.engine.export.curl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that nobody vouches for, made harmless to a POSIX shell, whether it reads a script or what a person pastes. */
final class ShellText {
    /** What stands in the place of a secret, as the recorder and the sanitiser write it. */
    private static final Pattern REDACTED = Pattern.compile("\\*{4}[^\\s&#]*(?: #[0-9a-f]{8})?|\\[redacted[^\\]]*\\]");

    /** The same as one piece of an address's path. */
    private static final Pattern REDACTED_PIECE =
            Pattern.compile("\\*{4}[^\\s&#/?@]*(?: #[0-9a-f]{8})?|\\[redacted[^\\]]*\\]");

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{L}\\p{N}._,:/@%+-]+");

    private ShellText() {}

    /** One word that is exactly the text; the text must not hold NUL. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The value of an environment variable as part of a word. */
    static String variable(String name) {
        return "\"$" + name + "\"";
    }

    /** One word in which the variable stands wherever a secret was taken out of the text. */
    static String quoted(String text, String variable) {
        return quoted(text, variable, REDACTED);
    }

    /**
     * An address as one word.
     *
     * @param token the variable that stands for a secret in the path, which lets clients in
     * @param key the variable that stands for a secret in the query
     */
    static String address(String url, String token, String key) {
        int query = url.indexOf('?');
        return query < 0
                ? quoted(url, token, REDACTED_PIECE)
                : quoted(url.substring(0, query), token, REDACTED_PIECE) + quoted(url.substring(query), key);
    }

    private static String quoted(String text, String variable, Pattern secrets) {
        Matcher redacted = secrets.matcher(text);
        StringBuilder word = new StringBuilder();
        int from = 0;
        while (redacted.find()) {
            if (redacted.start() > from) word.append(quoted(text.substring(from, redacted.start())));
            word.append(variable(variable));
            from = redacted.end();
        }
        if (from < text.length() || from == 0) word.append(quoted(text.substring(from)));
        return word.toString();
    }

    /** False for text with NUL, which no argument can hold, or with other control characters, which act on a terminal. */
    static boolean pasteable(String text) {
        return !CONTROL.matcher(text).find();
    }

    /** True for text that can be pasted and has no line breaks. */
    static boolean oneLine(String text) {
        return pasteable(text) && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    /**
     * Text for a comment: one line of letters, digits and plain marks. Interactive zsh takes comments for commands, so that a
     * comment must be harmless as a command too.
     */
    static String comment(String text) {
        return NOT_PLAIN.matcher(text).replaceAll(" ").strip();
    }
}
