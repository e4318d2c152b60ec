package dev.sightglass.app.state;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code filters.json} in the data folder: the filters that a person saved. Any thread. */
public final class SavedFiltersFile {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Path file;

    private record Content(int version, List<SavedFilter> filters) {}

    public SavedFiltersFile(Path dataFolder) {
        this.file = dataFolder.resolve("filters.json");
    }

    /**
     * What was read.
     *
     * @param warning why the file could not be used, for a person; or null
     */
    public record Loaded(
            List<SavedFilter> filters, @Nullable String warning) {}

    /** None when there is no file, or none that can be read; such a file is kept aside by the next {@link #save}. */
    public Loaded load() {
        if (!Files.exists(file)) return new Loaded(List.of(), null);
        try {
            Content content = MAPPER.readValue(Files.readAllBytes(file), Content.class);
            if (content.version() != VERSION) return unusable(Messages.text("filters.otherVersion"));
            return new Loaded(List.copyOf(content.filters()), null);
        } catch (JacksonException e) {
            return unusable(e.getOriginalMessage());
        } catch (IOException e) {
            return unusable(String.valueOf(e.getMessage()));
        }
    }

    public synchronized void save(List<SavedFilter> filters) throws IOException {
        if (load().warning() != null)
            Files.move(file, file.resolveSibling("filters.json.unread"), StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.write(file, MAPPER.writeValueAsBytes(new Content(VERSION, filters)));
    }

    private Loaded unusable(String why) {
        return new Loaded(List.of(), Messages.text("filters.unread", file, why));
    }
}
