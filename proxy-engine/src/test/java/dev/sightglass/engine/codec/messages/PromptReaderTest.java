package dev.sightglass.engine.codec.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptReaderTest {
    private static final String FIRST = """
            {"role":"user","content":[{"type":"text","text":"<system-reminder>\\nbe kind\\n</system-reminder>\\n"},{"type":"text","text":"Fix the test.","cache_control":{"type":"ephemeral"}}]}""";
    private static final String FIRST_AGAIN =
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Fix the test.\"}]}";
    private static final String CALLS = """
            {"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"Bash","input":{}},{"type":"tool_use","id":"t2","name":"Read","input":{}}]}""";
    private static final String RESULTS = """
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t2","content":"ok"},{"type":"tool_result","tool_use_id":"t1","content":"exit 1","is_error":true}]}""";
    private static final String NOTICE = """
            {"role":"user","content":"<system-reminder>\\n[SYSTEM NOTIFICATION - NOT USER INPUT]\\n</system-reminder>"}""";
    private static final String SECOND = "{\"role\":\"user\",\"content\":\"Commit it.\"}";

    private final MessagesCodec codec = new MessagesCodec();

    @Test
    void allRequestsOfATurnHaveTheSamePrompt() throws Exception {
        PromptFacts start = prompt(FIRST);
        PromptFacts afterTools = prompt(FIRST_AGAIN, CALLS, RESULTS);
        PromptFacts afterNotice = prompt(FIRST_AGAIN, CALLS, RESULTS, NOTICE);

        assertThat(start.number()).isOne();
        assertThat(afterTools.number()).isOne();
        assertThat(afterNotice.number()).isOne();
        assertThat(afterTools.fingerprint()).isEqualTo(start.fingerprint());
        assertThat(afterNotice.fingerprint()).isEqualTo(start.fingerprint());
        assertThat(afterNotice.opening()).isEqualTo(start.opening()).isNotZero();
    }

    @Test
    void aNewPromptIsAnotherTurnOfTheSameConversation() throws Exception {
        PromptFacts start = prompt(FIRST);
        PromptFacts next = prompt(FIRST_AGAIN, CALLS, RESULTS, SECOND);

        assertThat(next.number()).isEqualTo(2);
        assertThat(next.fingerprint()).isNotEqualTo(start.fingerprint());
        assertThat(next.opening()).isEqualTo(start.opening());
    }

    @Test
    void theSamePromptTwiceIsTwoTurns() throws Exception {
        PromptFacts once = prompt(SECOND);
        PromptFacts twice = prompt(SECOND, CALLS, RESULTS, SECOND);

        assertThat(twice.fingerprint()).isEqualTo(once.fingerprint());
        assertThat(twice.number()).isEqualTo(2);
    }

    @Test
    void toolsWhoseNewestResultsAreErrorsAreNamed() throws Exception {
        assertThat(prompt(FIRST, CALLS, RESULTS).failedTools()).containsExactly("Bash");
        assertThat(prompt(FIRST, CALLS, RESULTS, CALLS, SECOND).failedTools()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"system\",\"content\":\"# Environment\\n - Primary working directory: /home/ada/repo\\n - Is a git repository: true\"}",
                "{\"role\":\"user\",\"content\":\"<env>\\nWorking directory: /home/ada/repo\\n</env>\"}"
            })
    void theWorkingFolderIsReadFromTheEnvironmentText(String message) throws Exception {
        assertThat(prompt(FIRST, message).workingFolder()).isEqualTo("/home/ada/repo");
    }

    @Test
    void theWorkingFolderMayStandInTheSystemPrompt() throws Exception {
        String body =
                "{\"model\":\"m\",\"system\":\"<env>\\nWorking directory: C:\\\\src\\\\repo\\n</env>\",\"messages\":["
                        + FIRST + "]}";
        assertThat(facts(body).workingFolder()).isEqualTo("C:\\src\\repo");
    }

    @Test
    void whatIsNotThereIsAbsent() throws Exception {
        assertThat(prompt(NOTICE)).isEqualTo(new PromptFacts(null, 0, 0, 0, List.of()));
    }

    private PromptFacts prompt(String... messages) throws Exception {
        return facts("{\"model\":\"m\",\"messages\":[" + String.join(",", messages) + "]}");
    }

    private PromptFacts facts(String body) throws Exception {
        RequestFacts facts = codec.read(body.getBytes(StandardCharsets.UTF_8))
                .facts(RequestFacts.Endpoint.MESSAGES, "POST", "/v1/messages");
        return Objects.requireNonNull(facts.prompt());
    }
}
