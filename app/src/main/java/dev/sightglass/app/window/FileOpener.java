package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.export.FileDialogs;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.state.UiState;
import dev.sightglass.engine.importing.CaptureFile;
import dev.sightglass.engine.importing.ImportRefused;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import java.io.File;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Opens files of exchanges, chosen or dropped onto the window, each in a window of its own: what they hold is read into
 * memory, and the store of this app is not touched. FX thread only.
 */
final class FileOpener {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final long MOST_BODY_BYTES = 512L << 20;

    private final AppContext app;
    private final StackPane window;
    private final Toasts toasts;

    /** What a file holds, and how many exchanges it had. */
    private record Content(MemoryExchangeStore store, int count) {}

    FileOpener(AppContext app, StackPane window, Toasts toasts) {
        this.app = app;
        this.window = window;
        this.toasts = toasts;
    }

    /** Asks which one. */
    void choose() {
        FileDialogs.Kind kind = new FileDialogs.Kind(Messages.text("open.kind"), "json,jsonl,har,log");
        app.files().open(window.getScene().getWindow(), kind).ifPresent(this::open);
    }

    void open(Path file) {
        String name = String.valueOf(file.getFileName());
        toasts.show(Messages.text("open.reading", name));
        app.tasks().run(() -> read(file), content -> show(name, content), failure -> refuse(name, failure));
    }

    void acceptDrops() {
        window.setOnDragOver(event -> {
            if (!event.getDragboard().hasFiles()) return;
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        });
        window.setOnDragEntered(event -> mark(event.getDragboard().hasFiles()));
        window.setOnDragExited(_ -> mark(false));
        window.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        for (File file : event.getDragboard().getFiles()) open(file.toPath());
        event.setDropCompleted(true);
        event.consume();
    }

    private void mark(boolean dropWouldOpen) {
        window.pseudoClassStateChanged(DROP, dropWouldOpen);
    }

    private static Content read(Path file) throws Exception {
        long mostBytes = Runtime.getRuntime().maxMemory() / 2;
        MemoryExchangeStore store = new MemoryExchangeStore(new CaptureSettings(true, MOST_BODY_BYTES, mostBytes));
        int count = CaptureFile.read(file, store);
        for (ExchangeSummary each : store.newest(Integer.MAX_VALUE, null))
            if (each.inFlight()) store.find(each.id()).ifPresent(exchange -> store.save(exchange.interrupted()));
        return new Content(store, count);
    }

    private void show(String name, Content content) {
        toasts.hide();
        AppContext inside = app.ofFile(name, content.store());
        MainWindow opened = new MainWindow(inside);
        opened.restore(UiState.FIRST);
        Scene scene = new Scene(opened, window.getWidth(), window.getHeight());
        app.themes().install(scene);
        Stage stage = new Stage();
        stage.setTitle(Messages.text("open.title", name));
        stage.setScene(scene);
        Window owner = window.getScene().getWindow();
        if (owner instanceof Stage main) stage.getIcons().setAll(main.getIcons());
        EventHandler<WindowEvent> together = _ -> stage.hide();
        owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, together);
        stage.setOnHidden(_ -> {
            owner.removeEventHandler(WindowEvent.WINDOW_HIDDEN, together);
            inside.close();
        });
        stage.show();
        opened.focusRows();
        inside.feed().start();
        int kept = content.store().size();
        if (kept < content.count()) opened.tell(Messages.text("open.cut", kept, content.count()));
    }

    private void refuse(String name, Exception failure) {
        toasts.hide();
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(window.getScene().getWindow());
        dialog.setTitle(Messages.text("open.failed", name));
        Label title = new Label(Messages.text("open.failed", name));
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        Label text = new Label(reason(failure));
        text.setId("open-failed");
        text.setWrapText(true);
        text.setPrefWidth(480);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(12, title, text);
        content.setPadding(new Insets(16));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case ImportRefused refused -> refused.getMessage() + "\n\n" + Messages.text("open.advice");
            case NoSuchFileException _ -> Messages.text("open.missing");
            case AccessDeniedException _ -> Messages.text("open.denied");
            default -> String.valueOf(failure.getMessage());
        };
    }
}
