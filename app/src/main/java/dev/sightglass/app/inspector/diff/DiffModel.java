package dev.sightglass.app.inspector.diff;

import dev.sightglass.app.control.text.DiffText;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.control.text.LineDiff;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comparison.
 *
 * @param other the exchange compared with, or null when there is none
 */
record DiffModel(@Nullable ExchangeId other, List<LineDiff.Line> lines) {

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
        if (other.isEmpty() || own.isEmpty()) return new DiffModel(null, List.of());
        return new DiffModel(other.get().id(), LineDiff.of(lines(details, other.get()), lines(details, own.get())));
    }

    private static List<String> lines(ExchangeDetails details, Exchange exchange) {
        return DiffText.lines(details.body(exchange, BodyPart.DOWNSTREAM_REQUEST, 0)
                .recorded()
                .bytes());
    }

    long count(Tone tone) {
        return lines.stream().filter(line -> line.tone() == tone).count();
    }
}
