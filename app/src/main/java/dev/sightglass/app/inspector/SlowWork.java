package dev.sightglass.app.inspector;

import dev.sightglass.app.feed.BackgroundTasks;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether something that a panel waits for has taken so long that a person should be told. FX thread only. */
public final class SlowWork {
    /** What is quicker is better not announced: it would only flicker. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final BackgroundTasks tasks;

    private final Set<Piece> slow = new HashSet<>();
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();

    public SlowWork(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** One piece of work. */
    public final class Piece {
        private final BackgroundTasks.Running patience = tasks.repeat(PATIENCE, this::tookLong);

        private void tookLong() {
            patience.cancel();
            slow.add(this);
            going.set(true);
        }

        /** It is over, or dropped. */
        public void end() {
            patience.cancel();
            slow.remove(this);
            going.set(!slow.isEmpty());
        }
    }

    public ReadOnlyBooleanProperty goingProperty() {
        return going.getReadOnlyProperty();
    }

    public Piece begin() {
        return new Piece();
    }
}
