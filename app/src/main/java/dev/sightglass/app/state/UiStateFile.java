package dev.sightglass.app.state;

import dev.sightglass.engine.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code window.json} in the data folder. Losing it costs nothing but an arrangement, so reading it never fails. */
public final class UiStateFile {
    private static final System.Logger LOG = System.getLogger(UiStateFile.class.getName());
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    public UiStateFile(Path dataFolder) {
        this.file = dataFolder.resolve("window.json");
    }

    /** What was saved; the first state when nothing was, or in a way that this version does not know. */
    public UiState load() {
        if (!Files.isRegularFile(file)) return UiState.FIRST;
        try {
            UiState state = MAPPER.readValue(Files.readAllBytes(file), UiState.class);
            return usable(state) ? state : UiState.FIRST;
        } catch (IOException | JacksonException failure) {
            LOG.log(System.Logger.Level.INFO, "the window starts as new: {0} cannot be read ({1})", file, failure);
            return UiState.FIRST;
        }
    }

    public void save(UiState state) throws IOException {
        PrivateFiles.write(file, MAPPER.writeValueAsBytes(state));
    }

    @SuppressWarnings("ConstantValue")
    private static boolean usable(UiState state) {
        return state.version() == UiState.VERSION
                && state.columns() != null
                && state.theme() != null
                && state.zoom() >= 0.5
                && state.zoom() <= 3;
    }
}
