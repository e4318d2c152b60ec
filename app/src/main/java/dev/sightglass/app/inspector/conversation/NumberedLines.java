package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.code.CodeHighlighter;
import dev.sightglass.app.control.code.Language;
import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.control.flow.StyledTextBuilder;
import java.util.ArrayList;
import java.util.List;

/** Text of a file as the Read tool gives it, a number and a tab (or an arrow) before each line: coloured as the file's language. */
final class NumberedLines {
    private NumberedLines() {}

    /** Whether a text begins like that. */
    static boolean are(String text) {
        return numberEnd(text) > 0;
    }

    static List<StyledText> of(String text, Language language) {
        List<String> numbers = new ArrayList<>();
        StringBuilder code = new StringBuilder(text.length());
        for (String line : text.stripTrailing().split("\n", -1)) {
            int end = numberEnd(line);
            numbers.add(line.substring(0, end));
            code.append(code.isEmpty() && numbers.size() == 1 ? "" : "\n").append(line, end, line.length());
        }
        List<StyledText> lines = CodeHighlighter.lines(code.toString(), language);
        List<StyledText> all = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) all.add(join(numbers.get(i), lines.get(i)));
        return all;
    }

    private static StyledText join(String number, StyledText line) {
        StyledTextBuilder joined = new StyledTextBuilder().add(number, "code-sign");
        int at = 0;
        for (StyledText.Run run : line.runs()) {
            joined.add(line.text().substring(at, run.end()), run.style());
            at = run.end();
        }
        return joined.take();
    }

    /** The place after the number and its mark; 0 when the line does not begin with them. */
    private static int numberEnd(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') at++;
        int digits = at;
        while (at < line.length() && Character.isDigit(line.charAt(at))) at++;
        boolean marked = at > digits && at < line.length() && (line.charAt(at) == '\t' || line.charAt(at) == '→');
        return marked ? at + 1 : 0;
    }
}
