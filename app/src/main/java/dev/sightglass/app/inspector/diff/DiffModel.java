package dev.sightglass.app.inspector.diff;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.DiffLayout;
import dev.sightglass.app.control.text.DiffRows;
import dev.sightglass.app.control.text.LineDiff;
import dev.sightglass.app.control.text.LineRun;
import dev.sightglass.app.control.text.LineText;
import dev.sightglass.app.control.text.Stretch;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.inspector.diff.DiffSection.Part;
import dev.sightglass.engine.detail.AnswerMessage;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.message.ContentBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two requests and the texts of their answers. Made off the FX thread.
 *
 * @param before the exchange compared with, or null when there is none
 * @param after the exchange compared
 * @param differences runs of changed lines
 */
record DiffModel(
        @Nullable ExchangeId before,
        @Nullable ExchangeId after,
        List<DiffSection> sections,
        DiffRows unified,
        DiffRows left,
        DiffRows right,
        int differences) {
    static final DiffModel NONE = new DiffModel(null, null, List.of(), DiffRows.NONE, DiffRows.NONE, DiffRows.NONE, 0);

    /**
     * @param before the exchange to compare with; null for the one before in the same agent
     * @param after the exchange to compare; null for the shown one
     */
    static DiffModel of(
            ExchangeDetails details, ExchangeSummary shown, @Nullable ExchangeId before, @Nullable ExchangeId after) {
        Optional<Exchange> own = details.find(after == null ? shown.id() : after);
        Optional<Exchange> other = before == null
                ? own.flatMap(exchange -> details.predecessor(exchange.summary()))
                        .flatMap(details::find)
                : details.find(before);
        if (other.isEmpty() || own.isEmpty()) return NONE;
        LineText olds = new LineText();
        LineText news = new LineText();
        List<DiffSection> sections = sections(details, other.get(), own.get(), olds, news);
        DiffLayout layout = new DiffLayout(olds, news);
        for (DiffSection section : sections) {
            layout.heading(title(section.part()) + "  " + counts(section));
            layout.add(section.runs());
        }
        DiffRows unified = layout.unified();
        return new DiffModel(
                other.get().id(), own.get().id(), sections, unified, layout.left(), layout.right(), unified.changes());
    }

    private static List<DiffSection> sections(
            ExchangeDetails details, Exchange before, Exchange after, LineText oldLines, LineText newLines) {
        RequestParts olds = RequestParts.of(request(details, before));
        RequestParts news = RequestParts.of(request(details, after));
        List<DiffSection> sections = new ArrayList<>();
        for (Part part : List.of(Part.TOOLS, Part.SYSTEM, Part.PARAMETERS, Part.MESSAGES))
            sections.add(PieceDiff.of(part, olds.of(part), news.of(part), oldLines, newLines));
        sections.add(answers(details.answer(before), details.answer(after), oldLines, newLines));
        return sections;
    }

    private static byte[] request(ExchangeDetails details, Exchange exchange) {
        return details.body(exchange, BodyPart.DOWNSTREAM_REQUEST, 0).recorded().bytes();
    }

    private static DiffSection answers(AnswerMessage before, AnswerMessage after, LineText olds, LineText news) {
        int old = olds.size();
        int fresh = news.size();
        olds.addText(written(before));
        news.addText(written(after));
        List<LineRun> runs = LineDiff.of(olds, news, new Stretch(old, olds.size(), fresh, news.size()));
        int added = runs.stream().mapToInt(LineRun::added).sum();
        int removed = runs.stream().mapToInt(LineRun::removed).sum();
        return new DiffSection(Part.TEXT, added, removed, 0, news.size() - fresh - added, runs);
    }

    private static String written(AnswerMessage answer) {
        StringBuilder words = new StringBuilder();
        for (ContentBlock block : answer.blocks())
            if (block instanceof ContentBlock.Text text)
                words.append(text.text()).append('\n');
        return words.toString();
    }

    static String title(Part part) {
        return text("diff.part." + part.name().toLowerCase(Locale.ROOT));
    }

    /** Such as {@code 2 added, 1 changed}. */
    static String counts(DiffSection section) {
        List<String> words = new ArrayList<>();
        if (section.added() > 0) words.add(text("diff.added", Human.exact((long) section.added())));
        if (section.removed() > 0) words.add(text("diff.removed", Human.exact((long) section.removed())));
        if (section.changed() > 0) words.add(text("diff.changed", Human.exact((long) section.changed())));
        if (section.same() > 0 || words.isEmpty()) words.add(text("diff.same", Human.exact((long) section.same())));
        return String.join(", ", words);
    }
}
