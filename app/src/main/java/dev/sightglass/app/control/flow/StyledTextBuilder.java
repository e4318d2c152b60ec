package dev.sightglass.app.control.flow;

import dev.sightglass.app.control.flow.StyledText.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a {@link StyledText} together; neighbours that look the same become one part. */
public final class StyledTextBuilder {
    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();

    public StyledTextBuilder add(String words, String style) {
        return add(words, style, null);
    }

    public StyledTextBuilder add(String words, String style, @Nullable String link) {
        if (words.isEmpty()) return this;
        text.append(words);
        Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && last.style().equals(style) && Objects.equals(last.link(), link)) runs.removeLast();
        runs.add(new Run(text.length(), style, link));
        return this;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** What was added so far; the builder starts anew. */
    public StyledText take() {
        StyledText taken = new StyledText(text.toString(), runs);
        text.setLength(0);
        runs.clear();
        return taken;
    }
}
