package dev.sightglass.app.export;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** {@link FileDialogs} by JavaFX's file chooser. */
public final class SystemFileDialogs implements FileDialogs {
    @Override
    public Optional<Choice> save(Window owner, String suggestedName, List<Kind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName + "." + kinds.getFirst().extension());
        for (Kind kind : kinds)
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.title(), "*." + kind.extension()));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen == null) return Optional.empty();
        return Optional.of(choice(chosen.toPath(), kinds, chooser.getSelectedExtensionFilter()));
    }

    @Override
    public Optional<Path> open(Window owner, Kind... kinds) {
        FileChooser chooser = new FileChooser();
        for (Kind kind : kinds)
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(
                            kind.title(),
                            Arrays.stream(kind.extension().split(","))
                                    .map(extension -> "*." + extension)
                                    .toList()));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    /** The name that was typed decides over the filter that was chosen: it is what the person sees. */
    private static Choice choice(Path file, List<Kind> kinds, FileChooser.ExtensionFilter filter) {
        for (Kind kind : kinds) if (file.toString().endsWith("." + kind.extension())) return new Choice(file, kind);
        for (Kind kind : kinds)
            if (filter != null && filter.getDescription().equals(kind.title()))
                return new Choice(file.resolveSibling(file.getFileName() + "." + kind.extension()), kind);
        return new Choice(file, kinds.getFirst());
    }
}
