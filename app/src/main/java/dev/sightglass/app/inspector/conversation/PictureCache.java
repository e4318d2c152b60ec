package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.body.Pictures;
import dev.sightglass.app.feed.BackgroundTasks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes pictures in the background and keeps the last ones. FX thread only. */
final class PictureCache {
    private static final int KEPT = 24;

    private final BackgroundTasks tasks;
    private final Map<String, Pictures.Loaded> loaded = new LinkedHashMap<>(32, 0.75f, true);

    PictureCache(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** The picture when it is at hand; else null, and the listener gets it, or why it cannot be shown, soon. */
    Pictures.@Nullable Loaded get(String base64, Consumer<Pictures.Loaded> later) {
        Pictures.Loaded known = loaded.get(base64);
        if (known != null) return known;
        tasks.run(
                () -> Pictures.load(base64),
                picture -> keep(base64, picture, later),
                failure -> later.accept(new Pictures.Loaded(null, String.valueOf(failure.getMessage()))));
        return null;
    }

    private void keep(String base64, Pictures.Loaded picture, Consumer<Pictures.Loaded> later) {
        loaded.put(base64, picture);
        if (loaded.size() > KEPT) loaded.remove(loaded.keySet().iterator().next());
        later.accept(picture);
    }
}
