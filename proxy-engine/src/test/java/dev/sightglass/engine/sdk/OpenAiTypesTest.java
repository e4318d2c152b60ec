package dev.sightglass.engine.sdk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.errors.OpenAIInvalidDataException;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.Upstreams;
import dev.sightglass.engine.upstream.azure.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiTypesTest {
    private static final RequestHead CLIENT = new RequestHead("POST", "/anything/v1/messages", Headers.NONE);

    private final Upstreams upstreams = new Upstreams();

    static Stream<Golden> chat() throws IOException {
        return Golden.all("chat/requests");
    }

    static Stream<Golden> responses() throws IOException {
        return Golden.all("responses/requests");
    }

    @ParameterizedTest
    @MethodSource("chat")
    void aChatCompletionsRequestIsOneOfTheSdk(Golden golden) throws Exception {
        OpenAiTypes.accept(UpstreamKind.CHAT, translated(golden, UpstreamKind.CHAT));
    }

    @ParameterizedTest
    @MethodSource("responses")
    void aResponsesRequestIsOneOfTheSdk(Golden golden) throws Exception {
        OpenAiTypes.accept(UpstreamKind.RESPONSES, translated(golden, UpstreamKind.RESPONSES));
    }

    @Test
    void anUnknownFieldDeepInARequestIsFound() {
        assertThatThrownBy(() -> OpenAiTypes.accept(UpstreamKind.CHAT, bytes("""
                {"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"Hi","cache_control":1}]}]}""")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cache_control");
    }

    @Test
    void aFieldOfTheWrongTypeIsFound() {
        assertThatThrownBy(() -> OpenAiTypes.accept(
                        UpstreamKind.RESPONSES, bytes("{\"model\":\"m\",\"input\":[],\"store\":\"no\"}")))
                .isInstanceOf(OpenAIInvalidDataException.class);
    }

    private byte[] translated(Golden golden, UpstreamKind kind) throws Exception {
        MessagesRequest request = golden.request();
        Route route = new Route(request.model(), golden.deployment(kind), "test");
        return upstreams.of(kind).prepare(request, CLIENT, route).body();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
