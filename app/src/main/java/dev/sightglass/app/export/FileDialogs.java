package dev.sightglass.app.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** The system's dialogs for files. */
public interface FileDialogs {
    /** A kind of file that a person may choose; when opening, several extensions stand with commas between them. */
    record Kind(String title, String extension) {}

    /** A file and the kind that it is to be of. */
    record Choice(Path file, Kind kind) {}

    /** Asks where to save; empty when the person thinks better of it. */
    Optional<Choice> save(Window owner, String suggestedName, List<Kind> kinds);

    /** Asks which file to open; empty when the person thinks better of it, or where files cannot be chosen. */
    default Optional<Path> open(Window owner, Kind... kinds) {
        return Optional.empty();
    }
}
