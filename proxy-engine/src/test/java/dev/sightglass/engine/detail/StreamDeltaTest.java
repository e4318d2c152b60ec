package dev.sightglass.engine.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.detail.StreamDelta.Kind;
import org.junit.jupiter.api.Test;

class StreamDeltaTest {

    private static StreamDelta delta(String data) {
        return StreamDelta.of(new StreamEventView(0, null, data, null, -1, -1, 0, data.length(), true));
    }

    @Test
    void chunksOfChatCompletionsGiveTheirText() {
        assertThat(delta("{\"choices\":[{\"delta\":{\"content\":\"hi\"}}]}"))
                .isEqualTo(new StreamDelta(Kind.TEXT, "hi"));
        assertThat(
                        delta(
                                "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"function\":{\"name\":\"Bash\",\"arguments\":\"\"}}]}}]}"))
                .isEqualTo(new StreamDelta(Kind.TOOL_START, "Bash"));
        assertThat(delta("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}"))
                .isEqualTo(new StreamDelta(Kind.STOP, "stop"));
        assertThat(delta("{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}"))
                .isEqualTo(new StreamDelta(Kind.USAGE, "3 in, 4 out"));
    }

    @Test
    void eventsOfTheMessagesApiGiveTheirDelta() {
        assertThat(
                        delta(
                                "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\"}}"))
                .isEqualTo(new StreamDelta(Kind.TOOL_INPUT, "{"));
        assertThat(delta("{\"type\":\"error\",\"error\":{\"message\":\"overloaded\"}}"))
                .isEqualTo(new StreamDelta(Kind.ERROR, "overloaded"));
    }

    @Test
    void chunksWithoutChoicesAndUnknownEventsAreNoFault() {
        assertThat(delta("{\"choices\":[],\"prompt_filter_results\":[]}").kind())
                .isEqualTo(Kind.FILTER);
        assertThat(delta("{\"type\":\"brand_new\"}").kind()).isEqualTo(Kind.OTHER);
        assertThat(delta("not json")).isEqualTo(new StreamDelta(Kind.OTHER, "not json"));
        assertThat(delta("[DONE]").kind()).isEqualTo(Kind.DONE);
    }
}
