package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.control.ProgressNotice;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.importing.Keeper;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreHealth;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Brings exchanges of an opened file into the history, in the background; it can be ended, and undone. FX thread only. */
final class KeepTask {
    private final AppContext app;
    private final ExchangeStore history;
    private final Toasts toasts;
    private final StackPane layer;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean reporting = new AtomicBoolean();
    private @Nullable ProgressNotice notice;

    /** @param app of the file's window */
    KeepTask(AppContext app, Toasts toasts, StackPane layer) {
        this.app = app;
        this.history = Objects.requireNonNull(app.history());
        this.toasts = toasts;
        this.layer = layer;
    }

    void start(List<ExchangeId> ids) {
        if (history.health() instanceof StoreHealth.ReadOnly(String why)) {
            toasts.show(Messages.text("keep.readOnly", why));
            return;
        }
        toasts.hide();
        notice = new ProgressNotice(
                "keep", Messages.text("keep.running"), progress.getReadOnlyProperty(), () -> cancelled.set(true));
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        layer.getChildren().add(notice);
        Keeper keeper = new Keeper(app.store(), history);
        app.tasks().run(() -> keeper.keep(ids, this::report), this::done, this::failed);
    }

    /** On the keeping thread. */
    private boolean report(int done, int total) {
        if (reporting.compareAndSet(false, true))
            app.tasks().onFxThread(() -> {
                reporting.set(false);
                progress.set((double) done / total);
            });
        return !cancelled.get();
    }

    private void done(Keeper.Result result) {
        layer.getChildren().remove(notice);
        String known = result.known() == 0 ? "" : " " + Messages.text("keep.known", result.known());
        if (result.cancelled()) toasts.show(Messages.text("keep.cancelled"));
        else if (result.ids().isEmpty()) toasts.show(Messages.text("keep.nothing", result.known()));
        else
            toasts.show(
                    Messages.text("keep.done", result.ids().size()) + known,
                    Messages.text("toast.undo"),
                    () -> undo(result.ids()));
    }

    private void undo(List<ExchangeId> ids) {
        app.tasks()
                .run(
                        () -> {
                            history.remove(ids);
                            return true;
                        },
                        _ -> toasts.show(Messages.text("keep.undone")),
                        this::failed);
    }

    private void failed(Exception failure) {
        layer.getChildren().remove(notice);
        toasts.show(Messages.text("store.failed", String.valueOf(failure.getMessage())));
    }
}
