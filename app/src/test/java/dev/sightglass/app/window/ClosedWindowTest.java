package dev.sightglass.app.window;

import dev.sightglass.app.testing.ExportedFile;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.engine.settings.EngineSettings;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A window that is closed leaves nothing behind: a file's exchanges may be many. */
class ClosedWindowTest extends WindowTest {
    private Path export;

    @BeforeEach
    void open() throws Exception {
        export = folder.resolve("monday.jsonl");
        openWindow(EngineSettings.DEFAULT, storeInFolder());
        ExportedFile.ofSamples(export, app.costs());
    }

    @Test
    void theMemoryOfAClosedFileIsFree() {
        List<WeakReference<Object>> held = openUseAndClose();

        await("a free memory", () -> {
            System.gc();
            return held.stream().allMatch(each -> each.refersTo(null));
        });
    }

    /** Gives the window, what it shows and a row. On its own, so that no variable of the test holds them. */
    private List<WeakReference<Object>> openUseAndClose() {
        runOnFx(() -> window.open(export));
        await("the file's window", () -> Window.getWindows().size() == 2);
        Stage opened = onFx(() -> (Stage) Window.getWindows().stream()
                .filter(other -> other != stage)
                .findFirst()
                .orElseThrow());
        await("its rows", () -> opened.getScene().lookup("#exchange-table .table-row-cell") != null);
        press(KeyCode.HOME);
        press(KeyCode.J);
        await("the overview", () -> opened.getScene().lookup("#inspector") != null);
        Object content = opened.getScene().getRoot();
        Object row = onFx(() -> ((TableView<?>) opened.getScene().lookup("#exchange-table"))
                .getItems()
                .getFirst());
        runOnFx(() -> app.themes().toggle());
        runOnFx(() -> app.themes().toggle());
        press(KeyCode.CONTROL, KeyCode.F);
        type("status");
        press(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.W);
        await("the main window alone", () -> Window.getWindows().equals(List.of(stage)));
        return List.of(new WeakReference<>(opened), new WeakReference<>(content), new WeakReference<>(row));
    }
}
