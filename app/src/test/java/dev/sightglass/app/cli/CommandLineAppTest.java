package dev.sightglass.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.store.ExchangeStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineAppTest extends CommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"--help", "serve --help", "export --help", "list --help", "show --help"})
    void helpNamesTheOptionsAndSucceeds(String line) {
        assertThat(run.execute(line.split(" "))).isZero();
        assertThat(run.out()).startsWith("Usage: sightglass").contains("--data-dir");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "serve --port many",
                "serve --upstream carrier-pigeon",
                "serve --auth guess",
                "serve --max-body huge",
                "serve --azure-endpoint http://example.com",
                "serve --port 70000",
                "export --format pdf --out -",
                "export --out -",
                "show",
                "show x"
            })
    void whatIsNotUnderstoodIsToldInOneLineWithExitCodeTwo(String line) {
        assertThat(run.execute((line + " --data-dir " + folder).split(" "))).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).startsWith("sightglass: ").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anExchangeThatIsNotThereIsToldInOneLineWithExitCodeOne() {
        store().close();

        assertThat(run.execute("show", "17", "--data-dir", folder.toString())).isEqualTo(1);
        assertThat(run.err()).isEqualTo("sightglass: There is no exchange 17; 'list' shows those there are.\n");
    }

    @Test
    void keysInWhatWasAskedAreCoveredInTheList() {
        String key = "sk-ant-api03-ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        try (ExchangeStore store = store()) {
            SampleExchange.record(store, "Use " + key);
        }

        assertThat(run.execute("list", "--data-dir", folder.toString())).isZero();
        assertThat(run.out()).contains("Use [redacted API key]").doesNotContain(key.substring(0, 20));
        assertThat(run.execute("list", "--json", "--data-dir", folder.toString()))
                .isZero();
        assertThat(run.out()).doesNotContain(key);
    }

    @Test
    void whoLooksIntoAFolderWithoutAStoreMakesNothingThere() {
        Path typo = folder.resolve("typo");

        assertThat(run.execute("list", "--data-dir", typo.toString())).isEqualTo(1);
        assertThat(run.err()).contains("There is no store in " + typo);
        assertThat(typo).doesNotExist();
    }

    @Test
    void anExportNeverReplacesADevice() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/null")));
        store().close();

        assertThat(run.execute(
                        "export", "--format", "json", "--force", "--out", "/dev/null", "--data-dir", folder.toString()))
                .isEqualTo(1);
        assertThat(run.err()).contains("/dev/null is a device");
    }

    @Test
    void outputThatCannotBeWrittenFailsUnlessItsReaderLeft() {
        try (ExchangeStore store = store()) {
            SampleExchange.record(store);
        }
        for (String command :
                List.of("list", "list --json", "show 1", "show 1 --json", "export --format har --out -")) {
            assertThat(runWithOutputFailing("No space left on device", command)).isEqualTo(1);
            assertThat(errors.toString(StandardCharsets.UTF_8))
                    .isEqualTo("sightglass: The output could not be written: No space left on device.\n");
            assertThat(runWithOutputFailing("Broken pipe", command)).isZero();
            assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        }
    }

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int runWithOutputFailing(String reason, String command) {
        errors.reset();
        PrintStream out = StandardOutput.over(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
        PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
        return new CommandLineApp(new Console(out, err, Map.of(), run), _ -> 0)
                .run((command + " --data-dir " + folder).split(" "));
    }

    @Test
    void withoutACommandTheWindowOpensWithTheArgumentsGiven() {
        assertThat(run.execute("--start", "--port", "0")).isZero();
        assertThat(run.opened()).containsExactly("--start", "--port", "0");
    }

    @Test
    void commandsReckonWithThePricesThatWereSetInTheWindow() throws Exception {
        try (ExchangeStore store = store()) {
            SampleExchange.record(store);
        }
        String prices = """
                {"version":1,"prices":[{"name":"gpt-4.1*",
                "input":1000000,"cachedInput":1000000,"output":1000000,"asOf":"2026-01-01"}]}""";
        Files.writeString(folder.resolve("prices.json"), prices);

        assertThat(run.execute("list", "--data-dir", folder.toString())).isZero();
        assertThat(run.out()).containsPattern("\\$1[0-9,]{4,}");

        Files.writeString(folder.resolve("prices.json"), "not JSON");
        assertThat(run.execute("list", "--data-dir", folder.toString())).isZero();
        assertThat(run.err()).hasLineCount(1).contains("prices.json");
    }

    @Test
    void listShowAndExportReadTheStoreAndTheExportedFile() throws Exception {
        try (ExchangeStore store = store()) {
            SampleExchange.record(store);
            SampleExchange.record(store);
        }
        String data = folder.toString();

        assertThat(run.execute("list", "--data-dir", data)).isZero();
        assertThat(run.out()).hasLineCount(3).contains("gpt-4.1-2025-04-14", "11.1k", "succeeded", "end_turn");

        assertThat(run.execute("list", "--json", "--last", "1", "--data-dir", data))
                .isZero();
        assertThat(run.out())
                .contains("\"id\" : 2")
                .doesNotContain("\"id\" : 1")
                .contains("\"cost\" :");

        assertThat(run.execute("list", "--query", "id=1 and \"medical codex\"", "--data-dir", data))
                .isZero();
        assertThat(run.out()).hasLineCount(2);

        assertThat(run.execute("list", "--query", "status>=many", "--data-dir", data))
                .isEqualTo(2);
        assertThat(run.err()).contains("column 9");

        Files.writeString(
                folder.resolve("filters.json"),
                "{\"version\":1,\"filters\":[{\"name\":\"First\",\"query\":\"id=1\"}]}");
        assertThat(run.execute("list", "--saved", "first", "--data-dir", data)).isZero();
        assertThat(run.out()).hasLineCount(2);
        assertThat(run.execute("list", "--saved", "first", "--query", "id=2", "--data-dir", data))
                .isZero();
        assertThat(run.out()).hasLineCount(1);
        assertThat(run.execute("list", "--saved", "second", "--data-dir", data)).isEqualTo(2);
        assertThat(run.err()).contains("no filter is called 'second'; there are First");

        assertThat(run.execute("show", "1", "--data-dir", data)).isZero();
        assertThat(run.out()).contains("# Exchange 1", "Vienna Oribasius");

        assertThat(run.execute("show", "1", "--json", "--data-dir", data)).isZero();
        assertThat(run.out()).hasLineCount(1).contains("\"azure_deployment_id\":\"gpt-4.1\"");

        Path file = folder.resolve("out.json");
        assertThat(run.execute("export", "--format", "json", "--out", file.toString(), "--data-dir", data))
                .isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(run.execute("export", "--format", "json", "--out", "-", "--file", file.toString()))
                .isZero();
        assertThat(run.out()).isEqualTo(Files.readString(file));

        assertThat(run.execute("export", "--format", "json", "--out", file.toString(), "--data-dir", data))
                .isEqualTo(1);
        assertThat(run.err()).contains("exists already").contains("--force");
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.json"), "hello");

        assertThat(run.execute("list", "--file", file.toString())).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).contains("notes.json is no file of exported exchanges");
    }
}
