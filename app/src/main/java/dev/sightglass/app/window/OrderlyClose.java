package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.feed.BackgroundTasks;
import java.time.Duration;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lets the proxy and the store end before the main window goes, in the background, and says so when that takes a while.
 * Asked a second time the window goes at once. FX thread only.
 */
public final class OrderlyClose {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Stage stage;
    private final MainWindow window;
    private final AppContext app;
    private boolean asked;
    private BackgroundTasks.@Nullable Running notice;

    private OrderlyClose(Stage stage, MainWindow window, AppContext app) {
        this.stage = stage;
        this.window = window;
        this.app = app;
    }

    public static void install(Stage stage, MainWindow window, AppContext app) {
        stage.setOnCloseRequest(new OrderlyClose(stage, window, app)::closeAsked);
    }

    private void closeAsked(WindowEvent event) {
        if (asked) return;
        asked = true;
        event.consume();
        notice = app.tasks().repeat(PATIENCE, this::tell);
        app.tasks()
                .run(
                        () -> {
                            app.finish();
                            return true;
                        },
                        _ -> stage.hide(),
                        _ -> stage.hide());
    }

    private void tell() {
        if (notice != null) notice.cancel();
        window.showClosing();
    }
}
