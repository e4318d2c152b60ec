package dev.sightglass.app.control.code;

import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.control.flow.StyledTextBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Colours code for reading: comments, strings, numbers, reserved words, keys. Not a parser: what it does not understand stays
 * plain. Linear in the text, written by hand, since regular expressions overflow the stack on long strings. Any thread.
 */
public final class CodeHighlighter {
    private static final int LONGEST_LINE = 4_000;
    private static final Set<String> LITERALS =
            Set.of("true", "false", "null", "nil", "None", "True", "False", "undefined", "NaN");

    private final Language language;
    private final StyledTextBuilder out = new StyledTextBuilder();
    private String line = "";
    private int at;
    private @Nullable String until;
    private String untilStyle = "";

    private CodeHighlighter(Language language) {
        this.language = language;
    }

    /** The lines of a text, coloured. Comments and strings go on from line to line. */
    public static List<StyledText> lines(String code, Language language) {
        CodeHighlighter highlighter = new CodeHighlighter(language);
        List<StyledText> lines = new ArrayList<>();
        int start = 0;
        while (start <= code.length()) {
            int end = code.indexOf('\n', start);
            if (end < 0) end = code.length();
            boolean carriage = end > start && code.charAt(end - 1) == '\r';
            lines.add(highlighter.line(code.substring(start, carriage ? end - 1 : end)));
            start = end + 1;
        }
        return lines;
    }

    private StyledText line(String text) {
        if (language == Language.PLAIN || text.length() > LONGEST_LINE) return StyledText.plain(text);
        if (language.keys() == Language.Keys.DIFF) return diff(text);
        line = text;
        at = 0;
        while (at < line.length()) next();
        return out.take();
    }

    private static StyledText diff(String text) {
        if (text.startsWith("@@")) return StyledText.styled(text, "code-key");
        if (text.startsWith("+")) return StyledText.styled(text, "code-added");
        if (text.startsWith("-")) return StyledText.styled(text, "code-removed");
        return StyledText.plain(text);
    }

    private void next() {
        if (until != null) {
            untilEnd(until, at);
            return;
        }
        char c = line.charAt(at);
        if (comment() || opened(language.blocks(), "code-comment") || opened(language.longStrings(), "code-string"))
            return;
        if (language.quotes().indexOf(c) >= 0) string(c);
        else if (c >= '0' && c <= '9') to(wordEnd(at, ".xX"), "code-number");
        else if (c == '$' && language.keys() == Language.Keys.VARIABLES) variable();
        else if (c == '<' && language.keys() == Language.Keys.MARKUP) tag();
        else if (isWord(c) || c == '@') word();
        else to(at + 1, "");
    }

    private boolean comment() {
        for (String start : language.lineComments()) {
            boolean free = !start.equals("#") || at == 0 || Character.isWhitespace(line.charAt(at - 1));
            if (free && line.startsWith(start, at)) {
                to(line.length(), "code-comment");
                return true;
            }
        }
        return false;
    }

    private boolean opened(Map<String, String> pairs, String style) {
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            if (!line.startsWith(pair.getKey(), at)) continue;
            until = pair.getValue();
            untilStyle = style;
            untilEnd(pair.getValue(), at + pair.getKey().length());
            return true;
        }
        return false;
    }

    private void untilEnd(String end, int from) {
        int found = line.indexOf(end, from);
        to(found < 0 ? line.length() : found + end.length(), untilStyle);
        if (found >= 0) until = null;
    }

    private void string(char quote) {
        int end = at + 1;
        while (end < line.length() && line.charAt(end) != quote) end += line.charAt(end) == '\\' ? 2 : 1;
        end = Math.min(line.length(), end + 1);
        boolean key = language.keys() == Language.Keys.BEFORE_COLON && colonFollows(end);
        to(end, key ? "code-key" : "code-string");
    }

    private boolean colonFollows(int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) == ' ') i++;
        return i < line.length() && (line.charAt(i) == ':' || line.charAt(i) == '=');
    }

    private void variable() {
        int end = at + 1;
        if (end < line.length() && line.charAt(end) == '{') end = line.indexOf('}', end) + 1;
        else end = wordEnd(end, "?!#@*");
        to(end <= at ? line.length() : end, "code-key");
    }

    private void tag() {
        int end = at + 1;
        while (end < line.length() && "/!?".indexOf(line.charAt(end)) >= 0) end++;
        to(wordEnd(end, "-:."), "code-keyword");
    }

    private void word() {
        int end = wordEnd(at + 1, language.keys() == Language.Keys.BEFORE_COLON ? "-." : "");
        String word = line.substring(at, end);
        boolean key = language.keys() == Language.Keys.BEFORE_COLON && colonFollows(end);
        boolean attribute = language.keys() == Language.Keys.MARKUP && colonFollows(end);
        boolean keyword = language.keywords().contains(word)
                || (language == Language.SQL && language.keywords().contains(word.toLowerCase(Locale.ROOT)));
        if (LITERALS.contains(word) || (word.startsWith("@") && word.length() > 1)) to(end, "code-literal");
        else if (key || attribute) to(end, "code-key");
        else to(end, keyword ? "code-keyword" : "");
    }

    private int wordEnd(int from, String also) {
        int end = from;
        while (end < line.length() && (isWord(line.charAt(end)) || also.indexOf(line.charAt(end)) >= 0)) end++;
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void to(int end, String style) {
        int stop = Math.min(line.length(), Math.max(end, at + 1));
        out.add(line.substring(at, stop), style);
        at = stop;
    }
}
