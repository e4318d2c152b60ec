package dev.sightglass.app.inspector.diff;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.body.TextView;
import dev.sightglass.app.control.text.DiffRows;
import dev.sightglass.app.control.text.FoldingRows;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.feed.BackgroundTasks;
import java.util.function.UnaryOperator;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/** The compared lines, as one text or beside each other; beside each other both sides scroll and fold together. */
final class DiffTextPane extends StackPane {
    private final TextView unified;
    private final TextView left;
    private final TextView right;
    private final SplitPane sides;
    private boolean beside;
    private DiffModel shown = DiffModel.NONE;

    DiffTextPane(BackgroundTasks tasks) {
        unified = view(tasks, "diff-text", "inspector.diff.title");
        left = view(tasks, "diff-before", "diff.before");
        right = view(tasks, "diff-after", "diff.after");
        left.scrollProperty().bindBidirectional(right.scrollProperty());
        left.setOnFold(rows -> right.fold(own -> own.foldedAs(rows)));
        right.setOnFold(rows -> left.fold(own -> own.foldedAs(rows)));
        sides = new SplitPane(left, right);
        sides.getStyleClass().add("diff-sides");
        getChildren().addAll(unified, sides);
        showBeside(false);
    }

    private static TextView view(BackgroundTasks tasks, String id, String key) {
        TextView view = new TextView(DiffModel.NONE.unified(), tasks);
        view.setId(id);
        view.setAccessibleText(text(key));
        return view;
    }

    void showBeside(boolean wanted) {
        beside = wanted;
        unified.setVisible(!wanted);
        sides.setVisible(wanted);
        fill();
    }

    void show(DiffModel model) {
        shown = model;
        fill();
    }

    /** Only what is in sight gets its lines: drawing the others would cost as much. */
    private void fill() {
        unified.show(beside ? DiffModel.NONE.unified() : shown.unified());
        left.show(beside ? shown.left() : DiffModel.NONE.left());
        right.show(beside ? shown.right() : DiffModel.NONE.right());
        go(1);
    }

    void fold(UnaryOperator<FoldingRows> change) {
        if (!beside) unified.fold(change);
        else left.fold(change);
    }

    private TextView inSight() {
        return beside ? right : unified;
    }

    /** Goes to the next difference, or to the one before. */
    void go(int by) {
        goIn(inSight(), by);
        if (beside) followCaret();
    }

    private static void goIn(TextView view, int by) {
        if (!(view.rows() instanceof DiffRows rows) || rows.size() == 0) return;
        int row = rows.change(rows.rowOf(view.caret()), by);
        if (row >= 0) view.select(rows.startOf(row), rows.startOf(row));
    }

    private void followCaret() {
        RowSource rows = right.rows();
        int row = rows.size() == 0 ? 0 : rows.rowOf(right.caret());
        if (row < left.rows().size())
            left.select(left.rows().startOf(row), left.rows().startOf(row));
    }

    void goToSection(int number) {
        TextView view = inSight();
        if (!(view.rows() instanceof DiffRows rows)) return;
        int row = rows.heading(number);
        if (row >= 0) view.select(rows.startOf(row), rows.startOf(row));
    }
}
