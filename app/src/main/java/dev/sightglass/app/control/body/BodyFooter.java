package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.DocumentRows;
import dev.sightglass.app.control.text.HexRows;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.Syntax;
import dev.sightglass.app.control.text.TextDocument;
import dev.sightglass.app.control.text.ValueAt;
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

/** Where the caret is (path, line) and how large the body is; goes to a line or path; offers pictures at the caret. */
final class BodyFooter extends HBox {
    private final TextView view;
    private final BackgroundTasks tasks;
    private final Label path = new Label();
    private final Label place = new Label();
    private final Label size = new Label();
    private final Button picture = new Button(text("body.picture"));
    private final PauseTransition pause = new PauseTransition(Duration.millis(60));
    private BackgroundTasks.@Nullable Running running;
    private @Nullable ValueAt pictured;

    BodyFooter(TextView view, BackgroundTasks tasks, GoToField goTo) {
        this.view = view;
        this.tasks = tasks;
        getStyleClass().add("body-footer");
        path.setId("body-path");
        path.getStyleClass().addAll("mono");
        place.setId("body-place");
        place.getStyleClass().addAll("muted", "small");
        place.setMinWidth(USE_PREF_SIZE);
        size.getStyleClass().addAll("muted", "small");
        size.setMinWidth(USE_PREF_SIZE);
        picture.getStyleClass().addAll("flat", "small");
        picture.setId("body-picture");
        picture.setMinWidth(USE_PREF_SIZE);
        picture.setOnAction(_ -> showPicture());
        offer(null);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        pause.setOnFinished(_ -> locate());
        view.setOnCaret(_ -> pause.playFromStart());
        getChildren().addAll(path, picture, space, goTo, place, size);
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
        running = tasks.run(() -> Described.of(rows, caret), this::show, _ -> path.setText(""));
    }

    /** What the footer says of a position. */
    private record Described(
            String path, String place, @Nullable ValueAt picture) {
        static Described of(RowSource rows, int caret) {
            if (rows.size() == 0) return new Described("", "", null);
            if (rows instanceof HexRows) return new Described("", text("body.offset", Human.exact((long) caret)), null);
            String place = rows instanceof DocumentRows document
                    ? place(document.document(), caret)
                    : text("body.offset", Human.exact((long) caret));
            ValueAt value = rows.source().syntax() == Syntax.PLAIN ? null : rows.valueAt(caret);
            if (value == null) return new Described("", place, null);
            boolean isPicture = Pictures.isPicture(value.text(), value.from(), value.to());
            return new Described(value.path(), place, isPicture ? value : null);
        }

        private static String place(TextDocument document, int caret) {
            int row = document.rowOf(caret);
            return text("body.line", document.lineOf(row), caret - document.startOf(row) + 1);
        }
    }

    private void show(Described described) {
        path.setText(described.path());
        place.setText(described.place());
        offer(described.picture());
    }

    private void offer(@Nullable ValueAt value) {
        pictured = value;
        picture.setVisible(value != null);
        picture.setManaged(value != null);
    }

    private void showPicture() {
        ValueAt value = pictured;
        if (value == null) return;
        tasks.run(
                () -> Pictures.load(value.written()),
                loaded -> PicturePopup.show(picture, loaded),
                failure -> path.setText(String.valueOf(failure.getMessage())));
    }
}
