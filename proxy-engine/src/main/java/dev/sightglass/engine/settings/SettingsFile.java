package dev.sightglass.engine.settings;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings on disk: {@code settings.json}, and the keys apart from it in {@code azure-key} and {@code azure-key.NAME}
 * (one for each deployment that has its own). All with mode 0600.
 */
public final class SettingsFile {
    private static final String NAME = "settings.json";
    private static final String KEY = "azure-key";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path directory;

    /** @param directory the data folder; made on the first save */
    public SettingsFile(Path directory) {
        this.directory = directory;
    }

    public Path path() {
        return directory.resolve(NAME);
    }

    /**
     * What was read.
     *
     * @param warning why the file could not be used and where it was put aside, for a person; or null
     */
    public record Loaded(EngineSettings settings, @Nullable String warning) {}

    /** The settings, or the defaults when there is no file; a file that cannot be read is put aside, never lost. */
    public Loaded load() {
        if (!Files.exists(path())) return new Loaded(withKeys(EngineSettings.DEFAULT), null);
        try {
            EngineSettings settings = parse(Files.readString(path()));
            return new Loaded(withKeys(settings), null);
        } catch (IOException e) {
            return new Loaded(
                    EngineSettings.DEFAULT,
                    "The settings in " + path() + " cannot be read (" + e.getMessage() + "); the defaults are used.");
        } catch (IllegalArgumentException e) {
            return new Loaded(
                    withKeys(EngineSettings.DEFAULT),
                    "The settings in " + path() + " are not usable: " + e.getMessage() + ". The defaults are used; "
                            + putAside());
        }
    }

    /** Writes settings and keys; a key that is no longer set is deleted. */
    public void save(EngineSettings settings) throws IOException {
        PrivateFiles.write(path(), MAPPER.writeValueAsBytes(SettingsJson.of(settings)));
        saveKey(KEY, settings.azure().key());
        for (DeploymentSettings deployment : settings.deployments())
            saveKey(KEY + "." + deployment.name(), deployment.key());
    }

    private static EngineSettings parse(String text) {
        if (text.isBlank()) throw new IllegalArgumentException("the file is empty");
        SettingsJson json;
        try {
            json = MAPPER.readValue(text, SettingsJson.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(describe(e), e);
        }
        if (json == null) throw new IllegalArgumentException("the file holds nothing");
        if (json.version() > SettingsJson.VERSION)
            throw new IllegalArgumentException("they were written by a newer version (format " + json.version()
                    + ", this version knows " + SettingsJson.VERSION + ")");
        EngineSettings settings = json.toSettings();
        List<Problem> listen = settings.problems().stream()
                .filter(problem -> problem.field().startsWith("listen"))
                .toList();
        if (!listen.isEmpty())
            throw new IllegalArgumentException(
                    listen.getFirst().field() + ": " + listen.getFirst().message());
        return settings;
    }

    private static String describe(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        boolean known = at != null && at.getLineNr() > 0;
        String place = known ? "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " : "";
        String field = e instanceof DatabindException && !e.getPath().isEmpty() ? "field " + pathOf(e) + ": " : "";
        return place + field + what(e);
    }

    /** The library names classes of this program and switches of its own. */
    private static String what(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "there is no such setting";
            case InvalidFormatException wrong -> "'" + wrong.getValue() + "' is no value that this setting takes";
            case MismatchedInputException _ -> "the value is of another kind than this setting takes";
            case DatabindException other
            when other.getCause() instanceof IllegalArgumentException own -> String.valueOf(own.getMessage());
            default -> Json.words(e);
        };
    }

    private static String pathOf(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.toString();
    }

    private String putAside() {
        Path aside = directory.resolve(NAME + ".broken-" + STAMP.format(Instant.now()));
        try {
            Files.move(path(), aside, StandardCopyOption.REPLACE_EXISTING);
            return "the file is kept as " + aside + ".";
        } catch (IOException e) {
            return "the file could not be put aside (" + e.getMessage() + ") and will be replaced by the next save.";
        }
    }

    private EngineSettings withKeys(EngineSettings settings) {
        List<DeploymentSettings> deployments = settings.deployments().stream()
                .map(d -> d.withKey(readKey(KEY + "." + d.name()).orElse(null)))
                .toList();
        return settings.with(settings.azure().withKey(readKey(KEY).orElse(null)))
                .withDeployments(deployments);
    }

    private Optional<ApiKey> readKey(String name) {
        Path file = directory.resolve(name);
        if (!directory.normalize().equals(file.normalize().getParent()) || !Files.isRegularFile(file))
            return Optional.empty();
        try {
            PrivateFiles.narrow(file, "rw-------");
            return ApiKey.of(Files.readString(file));
        } catch (IOException _) {
            // An unreadable key is a missing key: the check of the settings says so.
            return Optional.empty();
        }
    }

    private void saveKey(String name, @Nullable ApiKey key) throws IOException {
        Path file = directory.resolve(name);
        if (key == null) Files.deleteIfExists(file);
        else PrivateFiles.write(file, key.reveal().getBytes(StandardCharsets.UTF_8));
    }
}
