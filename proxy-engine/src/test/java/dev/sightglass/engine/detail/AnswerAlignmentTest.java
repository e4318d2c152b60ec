package dev.sightglass.engine.detail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sightglass.engine.detail.AlignedPiece.State;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerAlignmentTest {
    private static final String CHAT = """
            {"id":"c1","choices":[{"message":{"role":"assistant","content":"Hi","tool_calls":[{"id":"t1",
            "function":{"name":"Bash","arguments":"{\\"a\\": 1}"}}]},"finish_reason":"tool_calls"}],
            "usage":{"prompt_tokens":9,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens":3},
            "system_fingerprint":"fp"}""";
    private static final String MESSAGE = """
            {"id":"c1","type":"message","role":"assistant","content":[{"type":"text","text":"Hi"},
            {"type":"tool_use","id":"t1","name":"Bash","input":{"a":1}}],"stop_reason":"tool_use",
            "usage":{"input_tokens":5,"cache_read_input_tokens":4,"output_tokens":3}}""";

    private static List<AlignedPiece> aligned(String client, String upstream, TranslationNote... notes) {
        return AnswerAlignment.of(client.getBytes(UTF_8), upstream.getBytes(UTF_8), List.of(notes));
    }

    private static String json(String stream) {
        byte[] bytes = stream.getBytes(UTF_8);
        RecordedBody body = new RecordedBody(new Body.Captured(bytes.length), bytes, ArrivalMarks.NONE);
        return new String(
                WholeAnswer.of(new ReadBody(body, "text/event-stream", null)).json(), UTF_8);
    }

    @Test
    void chatAnswersStandBesideMessagesByMeaning() {
        assertThat(aligned(MESSAGE, CHAT))
                .extracting(AlignedPiece::upstreamPath, AlignedPiece::clientPath, AlignedPiece::state)
                .containsExactly(
                        tuple("id", "id", State.SAME),
                        tuple("choices[0].message.role", "role", State.CHANGED),
                        tuple("choices[0].message.content", "content[0]", State.SAME),
                        tuple("choices[0].message.tool_calls[0]", "content[1]", State.SAME),
                        tuple("choices[0].finish_reason", "stop_reason", State.CHANGED),
                        tuple("usage.prompt_tokens", "usage.input_tokens", State.CHANGED),
                        tuple(
                                "usage.prompt_tokens_details.cached_tokens",
                                "usage.cache_read_input_tokens",
                                State.CHANGED),
                        tuple("usage.completion_tokens", "usage.output_tokens", State.CHANGED),
                        tuple("system_fingerprint", null, State.DROPPED),
                        tuple(null, "type", State.ADDED));
    }

    @Test
    void notesOfTheWayBackGiveTheirReason() {
        TranslationNote note = new TranslationNote(
                Direction.ANSWER, "choices[0].finish_reason", "stop_reason", Action.REPLACED, "Another name.");

        assertThat(aligned(MESSAGE, CHAT, note))
                .filteredOn(piece -> "stop_reason".equals(piece.clientPath()))
                .extracting(AlignedPiece::reason)
                .containsExactly("Another name.");
    }

    @Test
    void responsesStandBesideMessages() {
        String response = """
                {"id":"r1","status":"completed","output":[{"type":"reasoning","summary":[{"text":"hm"}]},
                {"type":"message","content":[{"type":"output_text","text":"Hi"}]},
                {"type":"function_call","call_id":"t1","arguments":"{\\"a\\":1}"}]}""";

        assertThat(aligned(MESSAGE, response))
                .extracting(AlignedPiece::upstreamPath, AlignedPiece::clientPath)
                .contains(
                        tuple("output[1].content[0]", "content[0]"),
                        tuple("output[2]", "content[1]"),
                        tuple("output[0]", null),
                        tuple("status", "stop_reason"));
    }

    @Test
    void chunksBecomeTheCompletionThatTheyAre() {
        String stream = """
                data: {"choices":[],"id":"","object":"","prompt_filter_results":[{"prompt_index":0}]}

                data: {"id":"c1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}

                data: {"id":"c1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"He"}}]}

                data: {"id":"c1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"llo","tool_calls":[{"index":0,"id":"t1","type":"function","function":{"name":"Bash","arguments":"{\\"a\\""}}]}}]}

                data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]},"finish_reason":"tool_calls"}]}

                data: {"id":"c1","choices":[],"usage":{"prompt_tokens":9}}

                data: [DONE]

                """;

        assertThat(json(stream))
                .isEqualTo(
                        "{\"prompt_filter_results\":[{\"prompt_index\":0}],\"id\":\"c1\",\"object\":\"chat.completion\","
                                + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hello\",\"tool_calls\":"
                                + "[{\"id\":\"t1\",\"type\":\"function\",\"function\":{\"name\":\"Bash\",\"arguments\":\"{\\\"a\\\":1}\"}}]},"
                                + "\"finish_reason\":\"tool_calls\"}],\"usage\":{\"prompt_tokens\":9}}");
    }

    @Test
    void aGrowingResponseShowsWhatHasCome() {
        String stream = """
                data: {"type":"response.created","response":{"id":"r1","output":[]}}

                data: {"type":"response.output_item.added","output_index":0,"item":{"type":"message","content":[]}}

                data: {"type":"response.content_part.added","output_index":0,"content_index":0,"part":{"type":"output_text","text":""}}

                data: {"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"Hel"}

                data: {"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"lo"}

                data: {"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","arguments":""}}

                data: {"type":"response.function_call_arguments.delta","output_index":1,"delta":"{}"}

                data: {"type":"cut o""";

        assertThat(json(stream))
                .isEqualTo(
                        "{\"id\":\"r1\",\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hello\"}]},"
                                + "{\"type\":\"function_call\",\"arguments\":\"{}\"}]}");
    }

    @Test
    void whatIsNoJsonAlignsToNothing() {
        assertThat(aligned("<html>", CHAT)).isEmpty();
    }
}
