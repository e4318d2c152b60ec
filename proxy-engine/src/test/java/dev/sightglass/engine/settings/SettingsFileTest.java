package dev.sightglass.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.UpstreamKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path temporary;

    private Path folder;
    private SettingsFile file;

    @BeforeEach
    void open() {
        folder = temporary.resolve("data");
        file = new SettingsFile(folder);
    }

    @Test
    void settingsComeBackAsTheyWereSaved() throws Exception {
        EngineSettings settings = EngineSettings.DEFAULT
                .with(new ListenSettings("127.0.0.1", 8123, "/x"))
                .with(AzureSettings.DEFAULT
                        .withEndpoint("https://a.openai.azure.com")
                        .withUpstream(UpstreamKind.RESPONSES)
                        .withAuth(AuthMode.ENTRA)
                        .withKey(key("the-common-key-0001")))
                .withDeployments(List.of(DeploymentSettings.named("d1")
                        .withFamily(ModelFamily.GPT_5)
                        .withMaxOutputTokens(1000)
                        .withKey(key("its-own-key-0002"))))
                .withModelMap(List.of(new ModelRule("claude-haiku-*", "d1")))
                .with(Limits.DEFAULT.with(l -> l.idle = Duration.ofSeconds(77)))
                .with(CaptureSettings.DEFAULT.withPayloads(false));
        file.save(settings);
        SettingsFile.Loaded loaded = file.load();
        assertThat(loaded.warning()).isNull();
        assertThat(loaded.settings()).isEqualTo(settings);
    }

    @Test
    void keysAreNotInTheSettingsAndNobodyElseReadsThem() throws Exception {
        file.save(EngineSettings.DEFAULT.with(AzureSettings.DEFAULT.withKey(key("a-very-secret-key"))));
        assertThat(Files.readString(file.path())).doesNotContain("a-very-secret-key");
        assertThat(folder.resolve("azure-key")).hasContent("a-very-secret-key");
        for (Path each : List.of(file.path(), folder.resolve("azure-key")))
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void aKeyThatIsNoLongerSetIsDeleted() throws Exception {
        file.save(EngineSettings.DEFAULT.with(AzureSettings.DEFAULT.withKey(key("a-very-secret-key"))));
        file.save(EngineSettings.DEFAULT);
        assertThat(folder.resolve("azure-key")).doesNotExist();
    }

    @Test
    void brokenJsonIsPutAsideAndItsPlaceTold() throws Exception {
        write("{\n  \"version\": 1,\n  \"listen\": { \"port\": 80x }\n}");
        SettingsFile.Loaded loaded = file.load();
        assertThat(loaded.settings()).isEqualTo(EngineSettings.DEFAULT);
        assertThat(loaded.warning()).contains("line 3", "column");
        assertThat(file.path()).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files).anyMatch(path -> path.getFileName().toString().startsWith("settings.json.broken-"));
        }
    }

    @Test
    void unknownFieldsAndWrongWordsAreNamed() throws Exception {
        write("{\"version\":1,\"azure\":{\"endpiont\":\"x\"}}");
        assertThat(file.load().warning()).contains("azure.endpiont");
        write("{\"version\":1,\"azure\":{\"auth\":\"magic\"}}");
        assertThat(file.load().warning()).contains("azure.auth", "magic", "config, client or entra");
        write("{\"version\":99}");
        assertThat(file.load().warning()).contains("newer version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"version\":1,\"zork\":1}",
                "{\"version\":1,\"listen\":\"x\"}",
                "{\"version\":1,\"listen\":{\"port\":\"x\"}}",
                "{\"version\":1,\"listen\":{\"port\":1.5}}",
                "{\"version\":1,\"deployments\":{}}",
                "{\"version\":1,\"deployments\":[3]}",
                "{\"version\":NaN}",
                "// no comments\n{}"
            })
    void whatIsWrongIsToldWithoutTheLibrarysClasses(String text) throws Exception {
        write(text);
        assertThat(file.load().warning())
                .contains("are not usable: ")
                .doesNotContain("sightglass.engine", "Json", "class ", "line -1", "`", "ALLOW", "Creator", "Token");
    }

    @Test
    void aFileWithoutMostFieldsHasTheDefaults() throws Exception {
        write("{\"version\":1,\"listen\":{\"port\":9000}}");
        assertThat(file.load().settings())
                .isEqualTo(EngineSettings.DEFAULT.with(ListenSettings.DEFAULT.withPort(9000)));
    }

    private void write(String text) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(file.path(), text);
    }

    private static ApiKey key(String text) {
        return ApiKey.of(text).orElseThrow();
    }
}
