package dev.sightglass.engine.export.markdown;

/** Makes text that nobody vouches for harmless in Markdown: no HTML, no links, no formatting, no end of its fence. */
final class MarkdownText {
    private static final String SPECIAL = "\\`*_{}[]<>()#+!|~&";

    private MarkdownText() {}

    /** Text on one line of running text. */
    static String inline(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) out.append(' ');
            else if (SPECIAL.indexOf(c) >= 0) out.append('\\').appendCodePoint(c);
            else out.appendCodePoint(c);
        });
        return out.toString().strip();
    }

    /** Text in a fenced block, whose fence is longer than any run of backquotes inside. */
    static String fenced(String text, String language) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(harmful(c) ? 0xFFFD : c));
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language + "\n" + plain + (text.endsWith("\n") ? "" : "\n") + fence + "\n";
    }

    /** Control and bidirectional characters, but for line feed and tab. */
    private static boolean harmful(int c) {
        if (c == '\n' || c == '\t' || c == '\r') return false;
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
