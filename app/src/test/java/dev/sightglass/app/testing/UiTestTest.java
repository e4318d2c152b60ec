package dev.sightglass.app.testing;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.CONTROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.headless.UitestDesktop;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Shows that the test toolkit does what a desktop does, where JavaFX's own headless platform does not. */
class UiTestTest extends UiTest {

    @Test
    void ctrlClickAddsRowsToTheSelection() {
        TableView<String> table = showTable("c", "a", "b");

        click(cell("c"));
        click(cell("b"), CONTROL);

        assertThat(onFx(() -> List.copyOf(table.getSelectionModel().getSelectedItems())))
                .containsExactly("c", "b");
    }

    @Test
    void clickOnAHeaderSortsTheColumn() {
        TableView<String> table = showTable("c", "a", "b");

        clickText("Name");

        await("sorted rows", () -> table.getItems().equals(List.of("a", "b", "c")));
    }

    @Test
    void contextMenuOpensOnRightClickAndTakesTheChoice() {
        Label label = new Label("right-click me");
        SimpleStringProperty chosen = new SimpleStringProperty("nothing");
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(_ -> chosen.set("Copy"));
        label.setContextMenu(new ContextMenu(copy, new MenuItem("Clear")));
        show(() -> new StackPane(label), 300, 200);

        rightClick(label);
        clickText("Copy");

        await("the menu's action", () -> chosen.get().equals("Copy"));
    }

    @Test
    void fileChooserGivesTheQueuedFileThenCancels() {
        Path wanted = Path.of("exports", "week.json").toAbsolutePath();
        Stage stage = show(StackPane::new, 200, 100);

        answerNextChooser(wanted);

        File chosen = onFx(() -> saveDialog().showSaveDialog(stage));
        assertThat(chosen).isEqualTo(wanted.toFile());
        assertThat(UitestDesktop.choosersShown())
                .containsExactly(new UitestDesktop.ChooserShown("Export", "exchanges.json"));
        runOnFx(() -> assertThat(saveDialog().showSaveDialog(stage)).isNull());
    }

    private static FileChooser saveDialog() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export");
        chooser.setInitialFileName("exchanges.json");
        return chooser;
    }

    @Test
    void typedTextAndShortcutsReachTheFocusedField() {
        TextField field = new TextField();
        field.setId("filter");
        show(() -> new StackPane(field), 300, 100);

        click("filter");
        type("status:error ü");
        press(CONTROL, A);
        press(BACK_SPACE);
        type("x");

        String text = onFx(field::getText);
        assertThat(text).isEqualTo("x");
    }

    @Test
    void draggingADividerMovesIt() {
        SplitPane split = new SplitPane(new StackPane(), new StackPane());
        show(() -> split, 400, 200);
        Node divider = robot.lookup(".split-pane-divider").query();

        robot.drag(divider).dropBy(100, 0);

        await("a moved divider", () -> split.getDividerPositions()[0] > 0.7);
    }

    @Test
    void dragAndDropCarriesTextToItsTarget() {
        Label source = new Label("source");
        source.setOnDragDetected(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("dragged");
            source.startDragAndDrop(TransferMode.COPY).setContent(content);
        });
        Label target = new Label("target");
        target.setOnDragOver(event -> event.acceptTransferModes(TransferMode.COPY));
        target.setOnDragDropped(event -> {
            target.setText(event.getDragboard().getString());
            event.setDropCompleted(true);
        });
        show(() -> new HBox(200, source, target), 400, 100);

        robot.drag(source).dropTo(target);

        await("the dropped text", () -> target.getText().equals("dragged"));
    }

    @Test
    void uncaughtExceptionsOnTheFxThreadAreNotLost() {
        Button button = new Button("fail");
        button.setId("fail");
        button.setOnAction(_ -> {
            throw new IllegalStateException("in a handler");
        });
        show(() -> new StackPane(button), 200, 100);

        click("fail");
        Platform.runLater(() -> {
            throw new IllegalStateException("later");
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(takeUncaught()).extracting(Throwable::getMessage).containsExactlyInAnyOrder("in a handler", "later");
    }

    @Test
    void snapshotsAreReadablePngsInBothSizes() throws Exception {
        Parent content = onFx(() -> new VBox(new Label("a sight glass")));
        content.setStyle("-fx-background-color: #336699");
        Stage stage = show(() -> content, 120, 60);
        Scene scene = onFx(stage::getScene);

        snapshot(scene, "uitest-selftest");

        Image single = read("uitest-selftest.png");
        Image twice = read("uitest-selftest@2x.png");
        assertThat(single.getWidth()).isEqualTo(120);
        assertThat(twice.getWidth()).isEqualTo(240);
        assertThat(twice.getPixelReader().getColor(230, 110)).isEqualTo(Color.web("#336699"));
    }

    private static Image read(String name) throws Exception {
        return new Image(Files.newInputStream(Path.of("target", "screenshots", name)));
    }

    private TableView<String> showTable(String... rows) {
        TableView<String> table = new TableView<>();
        TableColumn<String, String> column = new TableColumn<>("Name");
        column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
        column.setPrefWidth(200);
        table.getColumns().add(column);
        table.getItems().addAll(rows);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        show(() -> table, 300, 200);
        return table;
    }

    private Node cell(String text) {
        return robot.lookup(".table-cell").lookup(text).query();
    }
}
