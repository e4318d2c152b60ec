package dev.sightglass.app.pictures;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.export.SystemFileDialogs;
import dev.sightglass.app.state.UiState;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.theme.ThemeMode;
import dev.sightglass.app.window.MainWindow;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.store.ExchangeStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.testfx.util.WaitForAsyncUtils;

/** Base of the classes that take the complete set of pictures: one window at a time, each picture light, dark and at 2x. */
@Tag("pictures")
abstract class Gallery extends UiTest {
    /** Its name is in the pictures. */
    @TempDir(factory = DataFolder.class)
    protected Path folder;

    private static final class DataFolder implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory("sightglass-");
        }
    }

    protected AppContext app;
    protected MainWindow window;
    protected Stage stage;

    /** Opens the window on a store; the first of the test. */
    protected final void open(EngineSettings settings, ExchangeStore store) {
        open(settings, store, Clock.systemDefaultZone());
    }

    protected final void open(EngineSettings settings, ExchangeStore store, Clock clock) {
        AppContext.Surroundings surroundings = new AppContext.Surroundings(
                _ -> {}, new SystemFileDialogs(), _ -> {}, new SimpleObjectProperty<>(ColorScheme.LIGHT), clock);
        app = onFx(() -> new AppContext(folder, settings, store, surroundings));
        stage = showScene(() -> {
            window = new MainWindow(app);
            window.restore(UiState.FIRST);
            Scene scene = new Scene(window, 1280, 800);
            app.themes().install(scene);
            return scene;
        });
        runOnFx(() -> {
            app.feed().start();
            app.feed().addNoticeListener(window::tell);
        });
    }

    @AfterEach
    final void closeApp() {
        if (app != null) app.close();
    }

    /** Writes gallery/NAME-light.png, gallery/NAME-dark.png and both at 2x, of all that is open. */
    protected final void take(String name) {
        for (ThemeMode mode : new ThemeMode[] {ThemeMode.LIGHT, ThemeMode.DARK}) {
            runOnFx(() -> app.themes().modeProperty().set(mode));
            WaitForAsyncUtils.waitForFxEvents();
            snapshotWindows("gallery/" + name + "-" + mode.name().toLowerCase(Locale.ROOT));
        }
        runOnFx(() -> app.themes().modeProperty().set(ThemeMode.LIGHT));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Selects the newest exchange that fits. */
    protected final ExchangeSummary select(Predicate<ExchangeSummary> fits) {
        ExchangeTable table = (ExchangeTable) node("exchange-table").getParent();
        ExchangeRow wanted = onFx(() -> app.exchanges().shown().stream()
                .filter(row -> fits.test(row.summary()))
                .reduce((_, later) -> later)
                .orElseThrow());
        runOnFx(() -> {
            table.followingProperty().set(false);
            table.focusTable();
            table.select(wanted);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return wanted.summary();
    }

    /** Brings a panel to the front and waits until it shows something that fits. */
    protected final void panel(String key, String lookup) {
        runOnFx(() -> ((ButtonBase) window.lookup("#tab-" + key)).fire());
        await("panel " + key, () -> robot.lookup(lookup).queryAll().stream().anyMatch(Gallery::drawn));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean drawn(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return node.getScene() != null;
    }

    protected final void tableShare(double share) {
        runOnFx(() -> ((SplitPane) window.lookup("#main-split")).setDividerPositions(share));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** As if the mouse were over it, whatever the robot's mouse does. */
    protected final void hover(Node node) {
        runOnFx(() -> node.pseudoClassStateChanged(PseudoClass.getPseudoClass("hover"), true));
    }
}
