package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.RecordedRun;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.fallback.ExchangeStores;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.time.Clock;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second window on a data folder in which another Sightglass records. */
class OnlookerJourneyTest extends WindowTest {
    private ExchangeStore recording;

    @Override
    protected Clock clock() {
        return SAMPLE_CLOCK;
    }

    @BeforeEach
    void open() {
        recording = storeInFolder();
        recording.save(RecordedRun.stored(SampleExchanges.done(1)));
        openWindow(
                ANY_PORT,
                ExchangeStores.open(
                        StoreOptions.writing(folder).with(StoreOptions.Access.WRITE_OR_READ), CaptureSettings.DEFAULT));
    }

    @AfterEach
    void endRecording() {
        recording.close();
    }

    @Test
    void itSaysThatItOnlyLooksOnAndItsProxyStaysOff() {
        await("the banner", () -> robot.lookup("#read-only-banner").query().isVisible());
        Label words = robot.lookup("#read-only-banner .label").query();
        assertThat(words.getText()).contains("records to " + folder, "its proxy stays off", "--data-dir");
        assertThat(node("start", Button.class).isDisabled()).isTrue();
        press(KeyCode.CONTROL, KeyCode.R);
        runOnFx(() -> app.proxy().start());
        await("the reason", () -> exists("toast"));
        assertThat(app.proxy().running()).isFalse();
        pictures("onlooker");
    }

    @Test
    void itFollowsWhatTheOtherOneRecords() {
        await("what was there", () -> scope().equals("1 exchange"));
        recording.save(RecordedRun.stored(SampleExchanges.streaming(2)));
        await("a row as it begins", () -> scope().equals("2 exchanges") && inFlight(2));
        recording.save(RecordedRun.stored(SampleExchanges.done(2)));
        await("its end", () -> !inFlight(2));
    }

    private boolean inFlight(long number) {
        return app.exchanges().shown().stream()
                .anyMatch(row -> row.id().number() == number && row.state().inFlight());
    }
}
