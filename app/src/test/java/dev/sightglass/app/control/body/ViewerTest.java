package dev.sightglass.app.control.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of the tests of the viewer: it stands in a window of its own. */
abstract class ViewerTest extends UiTest {
    private final BackgroundTasks tasks = BackgroundTasks.start();
    protected BodyViewer viewer;
    protected TextView view;

    @BeforeEach
    void open() {
        show(() -> viewer = new BodyViewer(tasks), 900, 500);
        view = onFx(() -> (TextView) viewer.lookup("#body-text"));
    }

    @AfterEach
    void endTasks() {
        tasks.close();
    }

    protected void show(Object key, byte[] bytes, Body state) {
        runOnFx(() -> viewer.show(key, new RecordedBody(state, bytes, ArrivalMarks.NONE), "application/json"));
    }

    protected void show(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        show(text.hashCode(), bytes, new Body.Captured(bytes.length));
    }

    protected String label(String id) {
        return onFx(() -> ((Label) viewer.lookup("#" + id)).getText());
    }

    protected String shown() {
        return view.rows().size() == 0 ? "" : view.rows().copy(0, Integer.MAX_VALUE);
    }
}
