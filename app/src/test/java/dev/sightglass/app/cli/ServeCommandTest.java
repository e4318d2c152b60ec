package dev.sightglass.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.store.ExchangeStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServeCommandTest extends CommandTest {
    @Test
    void serveListensTellsWhereAndEndsCleanly() throws Exception {
        Thread serve = serving(folder);
        assertThat(run.awaitLine()).matches("listening on http://127\\.0\\.0\\.1:\\d+/anything");

        run.end();
        serve.join();

        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theStoreIsReadWhileServeRecordsAndASecondServeIsRefused() throws Exception {
        try (ExchangeStore store = store()) {
            SampleExchange.record(store);
        }
        String data = folder.toString();
        Thread serve = serving(folder);
        run.awaitLine();

        CommandRun other = new CommandRun(Map.of());
        assertThat(other.execute("list", "--query", "status=200", "--data-dir", data))
                .isZero();
        assertThat(other.out()).hasLineCount(2).contains("gpt-4.1-2025-04-14");
        assertThat(other.execute("show", "1", "--data-dir", data)).isZero();
        assertThat(other.execute("export", "--format", "jsonl", "--query", "id=1", "--out", "-", "--data-dir", data))
                .isZero();
        assertThat(other.out()).hasLineCount(1);
        assertThat(other.execute(serve(folder))).isEqualTo(1);
        assertThat(other.err()).hasLineCount(1).contains("in use by process", "--data-dir");

        run.end();
        serve.join();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void serveCarriesTrafficAlsoWhenTheFolderCannotBeUsed() throws Exception {
        Path barred = Files.writeString(folder.resolve("barred"), "in the way");
        Thread serve = serving(barred);
        assertThat(run.awaitLine()).startsWith("listening on");
        assertThat(run.err()).contains("in memory only", barred.toString());

        run.end();
        serve.join();
        assertThat(run.exitCode()).isZero();
    }

    private Thread serving(Path data) {
        return Thread.ofVirtual().start(() -> run.execute(serve(data)));
    }

    /** The command, on a free port and before an Azure that is not there. */
    private static String[] serve(Path data) {
        String endpoint = "http://127.0.0.1:9";
        return new String[] {"serve", "--port", "0", "--azure-endpoint", endpoint, "--data-dir", data.toString()};
    }
}
