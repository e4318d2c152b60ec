package dev.sightglass.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private final PaletteModel model = new PaletteModel(() -> List.of(
            entry("Theme: dark", PaletteEntry.Kind.THEME, true),
            entry("Export", PaletteEntry.Kind.COMMAND, true),
            entry("Clear", PaletteEntry.Kind.COMMAND, false),
            entry("Timing", PaletteEntry.Kind.PANEL, true),
            entry("Settings", PaletteEntry.Kind.COMMAND, true)));

    @BeforeEach
    void open() {
        model.open();
    }

    @Test
    void commandsComeFirstAndWhatCannotBeDoneIsLeftOut() {
        assertThat(titles()).containsExactly("Export", "Settings", "Timing", "Theme: dark");
        assertThat(model.markedProperty().get()).isZero();
    }

    @Test
    void whatWasUsedLastStandsFirst() {
        model.type("tim");
        assertThat(model.take()).get().extracting(PaletteEntry::id).isEqualTo("timing");
        model.open();
        assertThat(titles()).containsExactly("Timing", "Export", "Settings", "Theme: dark");
        assertThat(model.recent()).containsExactly("timing");
    }

    @Test
    void theArrowsGoRound() {
        model.move(-1);
        assertThat(model.markedProperty().get()).isEqualTo(3);
        model.move(1);
        assertThat(model.markedProperty().get()).isZero();
        model.move(10);
        assertThat(model.markedProperty().get()).isEqualTo(3);
    }

    @Test
    void whatFitsNothingLeavesNothingToTake() {
        model.type("xyzzy");
        assertThat(model.hits()).isEmpty();
        assertThat(model.take()).isEmpty();
        model.move(1);
        assertThat(model.markedProperty().get()).isEqualTo(-1);
    }

    private List<String> titles() {
        return model.hits().stream().map(hit -> hit.entry().title()).toList();
    }

    private static PaletteEntry entry(String title, PaletteEntry.Kind kind, boolean enabled) {
        return new PaletteEntry(title.toLowerCase(Locale.ROOT), kind, title, null, enabled, () -> {});
    }
}
