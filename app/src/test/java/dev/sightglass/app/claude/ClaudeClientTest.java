package dev.sightglass.app.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that the harness runs the real client, so that a failure elsewhere is the proxy's. */
@Tag("cli")
class ClaudeClientTest {

    @TempDir
    Path folder;

    @Test
    void clientTalksToTheGivenBaseUrlAndPrintsTheAnswer() throws Exception {
        try (FakeMessagesApi api = new FakeMessagesApi()) {
            ClaudeRun run = new ClaudeClient(folder, api.baseUrl(), "gpt-4.1")
                    .withApiKey("dummy")
                    .ask("Say something.");

            assertThat(run.exitCode()).as(run.stderr()).isZero();
            assertThat(run.stdout()).contains(FakeMessagesApi.SENTENCE);
            assertThat(api.seen()).contains(new FakeMessagesApi.Seen("POST", "/anything/v1/messages", "dummy", "null"));
        }
    }

    @Test
    void keyOfTheHelperGoesOutInBothHeaders() throws Exception {
        try (FakeMessagesApi api = new FakeMessagesApi()) {
            new ClaudeClient(folder, api.baseUrl(), "gpt-4.1")
                    .withApiKeyHelper("dummy-from-helper")
                    .ask("Say something.");

            assertThat(api.seen())
                    .contains(new FakeMessagesApi.Seen(
                            "POST", "/anything/v1/messages", "dummy-from-helper", "Bearer dummy-from-helper"));
        }
    }
}
