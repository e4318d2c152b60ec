package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.DocumentRows;
import dev.sightglass.app.control.text.JsonPath;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.TextDocument;
import dev.sightglass.app.feed.BackgroundTasks;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Goes to a line ({@code 120}), to a byte where there are no lines ({@code 0x1f4} or {@code 500}), or to a JSON path. */
final class GoToField extends TextField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int NOWHERE = -1;

    private final TextView view;
    private final BackgroundTasks tasks;

    GoToField(TextView view, BackgroundTasks tasks) {
        this.view = view;
        this.tasks = tasks;
        setId("body-goto");
        getStyleClass().addAll("small", "go-to");
        setPromptText(text("body.goTo"));
        setAccessibleText(text("body.goTo"));
        setPrefColumnCount(11);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> go());
        textProperty().subscribe(_ -> pseudoClassStateChanged(ERROR, false));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            clear();
            view.requestFocus();
            event.consume();
        });
    }

    private void go() {
        String wanted = getText().strip();
        RowSource rows = view.rows();
        if (wanted.isEmpty() || rows.size() == 0) return;
        tasks.run(
                () -> position(rows, wanted),
                position -> {
                    pseudoClassStateChanged(ERROR, position == NOWHERE);
                    if (position == NOWHERE || view.rows() != rows) return;
                    view.select(position, position);
                    view.requestFocus();
                },
                _ -> pseudoClassStateChanged(ERROR, true));
    }

    private static int position(RowSource rows, String wanted) {
        int length = rows.source().length();
        if (wanted.matches("0[xX][0-9a-fA-F]{1,7}")) return inside(Integer.parseInt(wanted.substring(2), 16), length);
        if (!wanted.matches("\\d{1,9}")) return JsonPath.findPath(rows.source(), wanted);
        int number = Integer.parseInt(wanted);
        if (!(rows instanceof DocumentRows document)) return inside(number, length);
        return line(document.document(), number);
    }

    private static int inside(int position, int length) {
        return position < length ? position : NOWHERE;
    }

    private static int line(TextDocument document, int line) {
        if (line < 1 || line > document.lines()) return NOWHERE;
        return document.startOf(document.rowOfLine(line));
    }
}
