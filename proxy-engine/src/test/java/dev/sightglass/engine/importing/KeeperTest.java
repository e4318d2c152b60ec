package dev.sightglass.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.export.ExportFormats;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedSamples;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeeperTest {
    private static final List<ExchangeId> BOTH = List.of(new ExchangeId(8), new ExchangeId(7));

    private final MemoryExchangeStore file = new MemoryExchangeStore();
    private final MemoryExchangeStore history = new MemoryExchangeStore().after(40);
    private final Keeper keeper = new Keeper(file, history);

    @BeforeEach
    void openTheFile() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ExportWriter writer = ExportFormats.JSON_LINES.open(bytes, RecordedSamples.options(ExportLevel.FULL))) {
            writer.write(RecordedSamples.streamed(7));
            writer.write(RecordedSamples.streamed(8));
        }
        CaptureFile.read(new ByteArrayInputStream(bytes.toByteArray()), file);
    }

    @Test
    void exchangesAreAddedUnderNewNumbersInTheirOrderWithAllTheirBytes() {
        Keeper.Result result = keeper.keep(BOTH, (_, _) -> true);

        assertThat(result.ids()).containsExactly(new ExchangeId(41), new ExchangeId(42));
        ExchangeSummary kept = history.summary(new ExchangeId(41)).orElseThrow();
        ExchangeSummary original = file.summary(new ExchangeId(7)).orElseThrow();
        assertThat(kept).isEqualTo(original.with(kept.id()));
        for (BodyPart part : BodyPart.values()) {
            int attempt = part.name().startsWith("UP") ? 1 : 0;
            assertThat(history.body(new BodyRef(new ExchangeId(41), part, attempt))
                            .bytes())
                    .as(part.name())
                    .isNotEmpty()
                    .isEqualTo(file.body(new BodyRef(new ExchangeId(7), part, attempt))
                            .bytes());
        }
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAgain() {
        keeper.keep(List.of(new ExchangeId(7)), (_, _) -> true);
        Keeper.Result result = keeper.keep(List.of(new ExchangeId(7)), (_, _) -> true);
        assertThat(result.ids()).isEmpty();
        assertThat(result.known()).isOne();
        assertThat(history.size()).isOne();
    }

    @Test
    void whatRanWhenItWasExportedRunsNoMore() {
        var running = file.find(new ExchangeId(7)).orElseThrow();
        MemoryExchangeStore other = new MemoryExchangeStore();
        other.save(new Exchange(
                running.summary().with(Outcome.IN_FLIGHT), running.downstream(), running.attempts(), running.notes()));
        new Keeper(other, history).keep(List.of(running.id()), (_, _) -> true);
        assertThat(history.summary(new ExchangeId(41)).orElseThrow().outcome()).isInstanceOf(Outcome.Interrupted.class);
    }

    @Test
    void endedEarlyItLeavesNothingBehind() {
        Keeper.Result result = keeper.keep(BOTH, (done, total) -> {
            assertThat(total).isEqualTo(2);
            return done < 2;
        });
        assertThat(result.cancelled()).isTrue();
        assertThat(history.size()).isZero();
    }
}
