package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.FoldingRows;
import dev.sightglass.app.feed.BackgroundTasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Folds and unfolds the rows of a {@link TextView} in the background, one change after the other. FX thread only. */
final class FoldChanges {
    private final TextView view;
    private final BackgroundTasks tasks;
    private final Deque<Change> waiting = new ArrayDeque<>();
    private BackgroundTasks.@Nullable Running running;

    private record Change(UnaryOperator<FoldingRows> work, Runnable then) {}

    FoldChanges(TextView view, BackgroundTasks tasks) {
        this.view = view;
        this.tasks = tasks;
    }

    /** {@code then} is run when the change is shown; not when other rows came in between. */
    void add(UnaryOperator<FoldingRows> work, Runnable then) {
        waiting.add(new Change(work, then));
        if (running == null) next();
    }

    /** Forgets what has not been shown yet. */
    void clear() {
        waiting.clear();
        if (running != null) running.cancel();
        running = null;
    }

    private void next() {
        Change change = waiting.poll();
        if (change == null) return;
        if (!(view.rows() instanceof FoldingRows rows)) {
            waiting.clear();
            return;
        }
        running = tasks.run(() -> change.work().apply(rows), changed -> done(change, rows, changed), this::failed);
    }

    private void done(Change change, FoldingRows before, FoldingRows changed) {
        boolean overtaken = view.rows() != before;
        if (overtaken) waiting.addFirst(change);
        else if (changed != before) view.folded(changed);
        if (!overtaken) change.then().run();
        ended();
    }

    private void failed(Exception failure) {
        System.getLogger(FoldChanges.class.getName())
                .log(System.Logger.Level.WARNING, "the rows stay folded as they were", failure);
        ended();
    }

    private void ended() {
        running = null;
        next();
    }
}
