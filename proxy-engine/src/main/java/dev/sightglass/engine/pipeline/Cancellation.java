package dev.sightglass.engine.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends one exchange early, once, from any thread. */
public final class Cancellation {
    /** Why an exchange is to end. */
    public enum Reason {
        CLIENT_GONE,
        SHUTDOWN
    }

    private final List<Runnable> actions = new ArrayList<>();
    private @Nullable Reason reason;

    /** Runs what was asked for, on this thread; only the first call does anything. */
    public void cancel(Reason why) {
        List<Runnable> now;
        synchronized (this) {
            if (reason != null) return;
            reason = why;
            now = List.copyOf(actions);
            actions.clear();
        }
        now.forEach(Runnable::run);
    }

    /** Why it was cancelled; null while it was not. */
    public synchronized @Nullable Reason reason() {
        return reason;
    }

    /** Runs the action when it is cancelled, at once when it was already. The action is quick and never throws. */
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (reason == null) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
