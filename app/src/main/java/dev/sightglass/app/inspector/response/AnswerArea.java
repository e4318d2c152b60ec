package dev.sightglass.app.inspector.response;

import static dev.sightglass.app.format.Messages.text;

import java.util.List;
import org.fxmisc.richtext.StyleClassedTextArea;

/** An answer to read and to copy from; a growing one grows at its end, so that nothing that is being read moves. */
final class AnswerArea extends StyleClassedTextArea {
    /** RichTextFX lays out a wrapped paragraph at once: longer ones would stop the window. */
    private static final int LONGEST_WRAPPED = 10_000;

    private String shown = "";

    AnswerArea() {
        setId("answer-text");
        getStyleClass().add("answer-area");
        setEditable(false);
        setWrapText(true);
        setAccessibleText(text("inspector.response.message"));
    }

    void show(AnswerText answer) {
        String plain = answer.plain();
        if (plain.equals(shown)) return;
        boolean grows = !shown.isEmpty() && plain.startsWith(shown);
        if (!grows) {
            clear();
            setWrapText(plain.lines().noneMatch(line -> line.length() > LONGEST_WRAPPED));
        }
        appendAfter(answer, grows ? shown.length() : 0);
        shown = plain;
        if (!grows) {
            moveTo(0);
            requestFollowCaret();
        }
    }

    private void appendAfter(AnswerText answer, int known) {
        int at = 0;
        for (AnswerText.Run run : answer.runs()) {
            int skip = Math.clamp((long) known - at, 0, run.text().length());
            at += run.text().length();
            if (skip < run.text().length()) append(run.text().substring(skip), List.of(run.style()));
        }
    }
}
