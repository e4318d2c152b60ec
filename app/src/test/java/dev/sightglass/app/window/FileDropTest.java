package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.WindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Things dragged from elsewhere over the window and let go there. */
class FileDropTest extends WindowTest {
    private final Label shelf = new Label("a file manager");
    private final ClipboardContent carried = new ClipboardContent();

    @BeforeEach
    void open() {
        openWindow(ANY_PORT, storeInFolder());
        tell(SampleExchanges.aScreenful());
        shelf.setOnDragDetected(_ -> shelf.startDragAndDrop(TransferMode.COPY).setContent(carried));
        Stage other = show(() -> new StackPane(shelf), 160, 60);
        runOnFx(() -> {
            other.setX(60);
            other.setY(600);
        });
    }

    @Test
    void aFileIsOpenedWhereverItIsLetGoAndTheWindowShowsThatItWillBe() throws Exception {
        Path file = Files.writeString(
                folder.resolve("kong.log"),
                "{\"started_at\":1763820131000,\"request\":{\"method\":\"POST\",\"uri\":\"/anything/v1/messages\","
                        + "\"size\":10,\"headers\":{}},\"response\":{\"status\":200,\"size\":20,\"headers\":{}}}\n");
        carried.putFiles(List.of(file.toFile()));
        robot.drag(shelf).moveTo(node("exchange-table"));
        await("the mark", this::marked);
        snapshot(stage.getScene(), "file-drop");
        robot.drop();
        await("no mark", () -> !marked());
        assertThat(node("file-title", Label.class).getText()).contains("kong.log");
    }

    @Test
    void whatIsNoFileIsNotTaken() {
        carried.putString("some text");
        robot.drag(shelf).moveTo(node("exchange-table"));
        assertThat(onFx(this::marked)).isFalse();
        robot.drop();
        assertThat(exists("file-title")).isFalse();
        assertThat(exists("open-failed")).isFalse();
    }

    private boolean marked() {
        return window.getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("drop"));
    }
}
