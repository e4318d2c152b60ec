package dev.sightglass.engine.detail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import org.junit.jupiter.api.Test;

class FilterVerdictsTest {

    private static ReadBody body(String text, String type) {
        byte[] bytes = text.getBytes(UTF_8);
        return new ReadBody(new RecordedBody(new Body.Captured(bytes.length), bytes, ArrivalMarks.NONE), type, null);
    }

    @Test
    void chunksWithoutChoicesOrDeltaGiveTheirVerdicts() {
        String stream = """
                data: {"choices":[],"prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"hate":{"filtered":false,"severity":"safe"},"jailbreak":{"filtered":false,"detected":false}}}]}

                data: {"choices":[{"index":0,"content_filter_offsets":{"start_offset":0},"content_filter_results":{"violence":{"filtered":false,"severity":"low"}}}]}

                data: {"choices":[{"index":0,"content_filter_results":{"violence":{"filtered":true,"severity":"high"}}}]}

                """;

        assertThat(FilterVerdicts.of(body(stream, "text/event-stream")))
                .containsExactly(
                        new FilterVerdict(true, "hate", "safe", false, null),
                        new FilterVerdict(true, "jailbreak", null, false, false),
                        new FilterVerdict(false, "violence", "high", true, null));
    }

    @Test
    void refusalsNameWhatStruckInEitherSpelling() {
        String inner =
                "{\"code\":\"ResponsibleAIPolicyViolation\",\"content_filter_result\":{\"jailbreak\":{\"filtered\":true,\"detected\":true}}}";
        for (String name : new String[] {"innererror", "inner_error"})
            assertThat(FilterVerdicts.of(body("{\"error\":{\"" + name + "\":" + inner + "}}", "application/json")))
                    .containsExactly(new FilterVerdict(true, "jailbreak", null, true, true))
                    .allMatch(FilterVerdict::notable);
    }

    @Test
    void answersWithoutVerdictsHaveNone() {
        assertThat(FilterVerdicts.of(body("{\"choices\":[{\"index\":0}]}", "application/json")))
                .isEmpty();
        assertThat(FilterVerdicts.of(body("<html>filter</html>", "text/html"))).isEmpty();
    }

    @Test
    void errorsAreReadFromBodiesAndFromStreams() {
        ErrorBody whole = ErrorBody.of(body(
                        "{\"error\":{\"code\":\"unsupported_parameter\",\"param\":\"max_tokens\",\"message\":\"No.\"}}",
                        "application/json"))
                .orElseThrow();
        assertThat(whole.field()).isEqualTo("max_tokens");
        ErrorBody inStream = ErrorBody.of(body(
                        "data: {\"choices\":[]}\n\ndata: {\"error\":{\"code\":429,\"message\":\"Slow.\"}}\n\n",
                        "text/event-stream"))
                .orElseThrow();
        assertThat(inStream.code()).isEqualTo("429");
        assertThat(ErrorBody.of(body("{\"id\":1}", "application/json"))).isEmpty();
        assertThat(ErrorBody.of(body("<html>", "text/html")).orElseThrow().raw())
                .isEqualTo("<html>");
    }
}
