package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.DocumentRows;
import dev.sightglass.app.control.text.JsonLocator;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.Syntax;
import dev.sightglass.app.control.text.TextDocument;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Human;
import dev.sightglass.engine.store.RecordedBody;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Where the caret is (path, line) and how large the body is; offers pictures at the caret. */
final class BodyFooter extends HBox {
    private final TextView view;
    private final BackgroundTasks tasks;
    private final Label path = new Label();
    private final Label size = new Label();
    private final Button picture = new Button(text("body.picture"));
    private final PauseTransition pause = new PauseTransition(Duration.millis(60));
    private BackgroundTasks.@Nullable Running running;
    private int pictureAt;

    BodyFooter(TextView view, BackgroundTasks tasks) {
        this.view = view;
        this.tasks = tasks;
        getStyleClass().add("body-footer");
        path.setId("body-path");
        path.getStyleClass().addAll("mono", "muted");
        size.getStyleClass().add("muted");
        size.setMinWidth(USE_PREF_SIZE);
        picture.getStyleClass().addAll("flat", "small");
        picture.setId("body-picture");
        picture.setOnAction(_ -> showPicture());
        offerPicture(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        pause.setOnFinished(_ -> locate());
        view.setOnCaret(_ -> pause.playFromStart());
        getChildren().addAll(path, picture, space, size);
    }

    void showSize(RecordedBody body) {
        size.setText(Human.bytes(body.body().size()));
    }

    void refresh() {
        pause.playFromStart();
    }

    private void locate() {
        if (running != null) running.cancel();
        RowSource rows = view.rows();
        int caret = view.caret();
        if (!(rows instanceof DocumentRows document)) {
            path.setText(text("body.offset", Human.exact((long) caret)));
            offerPicture(false);
            return;
        }
        TextDocument text = document.document();
        running = tasks.run(() -> describe(text, caret), this::show, _ -> path.setText(""));
    }

    /** What the footer says of a position. */
    private record Described(String words, int pictureAt) {}

    private static Described describe(TextDocument document, int caret) {
        int row = document.rowOf(caret);
        String place = text("body.line", document.lineOf(row), caret - document.startOf(row) + 1);
        if (document.syntax() != Syntax.JSON) return new Described(place, -1);
        JsonLocator.Place at = JsonLocator.locate(document.bytes(), document.length(), caret);
        boolean isPicture = Pictures.isPicture(document.bytes(), at.from(), document.length());
        return new Described(at.path().isEmpty() ? place : at.path() + "   " + place, isPicture ? at.from() : -1);
    }

    private void show(Described described) {
        path.setText(described.words());
        pictureAt = described.pictureAt();
        offerPicture(pictureAt >= 0);
    }

    private void offerPicture(boolean offered) {
        picture.setVisible(offered);
        picture.setManaged(offered);
    }

    private void showPicture() {
        if (!(view.rows() instanceof DocumentRows rows)) return;
        TextDocument document = rows.document();
        int to = JsonLocator.valueEnd(document.bytes(), pictureAt, document.length());
        String base64 = document.text(pictureAt, to);
        tasks.run(
                () -> Pictures.load(base64),
                loaded -> PicturePopup.show(picture, loaded),
                failure -> path.setText(String.valueOf(failure.getMessage())));
    }
}
