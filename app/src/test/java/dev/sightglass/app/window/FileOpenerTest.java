package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.export.FileDialogs;
import dev.sightglass.app.testing.ExportedFile;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.engine.model.ExchangeId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileOpenerTest extends WindowTest {
    private Path export;

    @BeforeEach
    void open() throws Exception {
        export = folder.resolve("monday.json");
        openOnDemo();
    }

    @Test
    void whatWasExportedIsOpenedBesideTheStoreAndIsTheSame() throws Exception {
        converse();
        int before = app.store().size();
        press(KeyCode.CONTROL, KeyCode.E);
        click("export-full");
        click("export-ok");
        await("the exported file", () -> Files.exists(export));

        press(KeyCode.CONTROL, KeyCode.O);
        await("the file's window", () -> exists("file-title"));
        Stage opened = onFx(
                () -> (Stage) robot.lookup("#file-title").query().getScene().getWindow());
        assertThat(opened.getTitle()).isEqualTo("monday.json (read only) - Sightglass");
        await("its rows", () -> rows(opened).equals(before + " exchanges"));
        runOnFx(() -> opened.getScene().lookup("#exchange-table").requestFocus());
        press(KeyCode.HOME);
        press(KeyCode.J);
        await("the overview", () -> opened.getScene().lookup("#inspector") != null);
        snapshot(opened.getScene(), "file-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(opened.getScene(), "file-dark");
        assertThat(app.store().size()).isEqualTo(before);

        press(KeyCode.CONTROL, KeyCode.W);
        await("the main window alone", () -> Window.getWindows().equals(List.of(stage)));
    }

    @Test
    void theExchangesOfAFileAreKeptInTheHistoryOnceAndTakenOutAgain() throws Exception {
        ExportedFile.ofSamples(export, app.costs());
        runOnFx(() -> window.open(export));
        click("keep-file");
        await("the notice", () -> exists("toast-action"));
        await("all in the history", () -> app.store().size() == 24);
        await("their rows in the main window", () -> app.exchanges().shown().size() == 24);
        assertThat(onFx(() -> app.exchanges().shown().stream()
                        .noneMatch(row -> row.state().inFlight())))
                .as("what ran when it was exported runs no more")
                .isTrue();

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        await("nothing more to keep", () -> toast().startsWith("Nothing to keep: all 24"));
        runOnFx(() -> app.store().remove(List.of(new ExchangeId(1))));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        await("the one", () -> toast().equals("1 exchange kept in history (23 were there already)"));
        snapshot(node("keep-file").getScene(), "file-kept");
        click("toast-action");
        await("it is out again", () -> app.store().size() == 23);
        assertThat(toast()).isEqualTo("Taken out of the history again");
    }

    private String toast() {
        return robot.lookup("#toast .label")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }

    @Test
    void aBrokenFileIsRefusedWithItsPlaceAndNothingIsChanged() throws Exception {
        Path broken =
                Files.writeString(folder.resolve("broken.jsonl"), "{\"sightglass\": {\"id\": 1}}\n{\"id\": oops}\n");

        runOnFx(() -> window.open(broken));
        Label text = node("open-failed", Label.class);
        assertThat(text.getText()).contains("Record 2", "line 2, byte 33", "Nothing was changed");
        snapshot(text.getScene(), "file-refused");
        press(KeyCode.ESCAPE);
        await("the closed dialog", () -> !exists("open-failed"));

        runOnFx(() -> window.open(folder.resolve("none.har")));
        assertThat(node("open-failed", Label.class).getText()).contains("There is no such file");
        assertThat(app.store().size()).isZero();
    }

    private static String rows(Stage opened) {
        return ((Label) opened.getScene().lookup("#status-scope")).getText();
    }

    @Override
    protected FileDialogs files() {
        return new ChosenFiles();
    }

    /** Always the one file. */
    private final class ChosenFiles implements FileDialogs {
        @Override
        public Optional<Choice> save(Window owner, String suggestedName, List<Kind> kinds) {
            return Optional.of(new Choice(export, kinds.getFirst()));
        }

        @Override
        public Optional<Path> open(Window owner, Kind... kinds) {
            return Optional.of(export);
        }
    }
}
