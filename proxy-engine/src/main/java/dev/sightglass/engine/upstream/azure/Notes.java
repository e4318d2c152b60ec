package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.TranslationNote.Direction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a translation does not carry over as it was. One thread. */
public final class Notes {
    private final Direction direction;
    private final List<TranslationNote> list = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    public Notes(Direction direction) {
        this.direction = direction;
    }

    public void add(Action action, String path, @Nullable String target, String reason) {
        paths.add(path);
        list.add(new TranslationNote(direction, path, target, action, reason));
    }

    public void dropped(String path, String reason) {
        add(Action.DROPPED, path, null, reason);
    }

    /** As {@link #add}, but only the first time for a path: the pieces of a stream repeat their fields. */
    public void once(Action action, String path, @Nullable String target, String reason) {
        if (!paths.contains(path)) add(action, path, target, reason);
    }

    /** Adds notes whose paths are told from the place {@code prefix}. */
    public void addAll(String prefix, List<TranslationNote> notes) {
        for (TranslationNote note : notes) add(note.action(), prefix + note.path(), note.targetPath(), note.reason());
    }

    public List<TranslationNote> list() {
        return List.copyOf(list);
    }
}
