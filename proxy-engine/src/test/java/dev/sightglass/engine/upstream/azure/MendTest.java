package dev.sightglass.engine.upstream.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.UpstreamRequest;
import dev.sightglass.engine.upstream.azure.chat.ChatUpstream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MendTest {
    private static final RequestHead CLIENT = new RequestHead("POST", "/v1/messages", Headers.NONE);
    private static final ResponseHead REFUSED = new ResponseHead(400, Headers.NONE);

    private final ChatUpstream upstream = new ChatUpstream();

    @Test
    void aCapNamedInTheRefusalIsKeptToAndRemembered() throws Exception {
        MessagesRequest request = request("\"max_tokens\":32000");
        JsonNode mended = mended(
                        request,
                        "max_tokens is too large: 32000. This model supports at most 16384 completion tokens, whereas you provided 32000.",
                        "max_tokens",
                        "invalid_value")
                .orElseThrow();
        assertThat(mended.path("max_tokens").asInt()).isEqualTo(16384);
        assertThat(Json.tree(prepare(request).body()).path("max_tokens").asInt())
                .isEqualTo(16384);
    }

    @Test
    void aCapIsKeptToUnderWhicheverNameTheLimitWasSent() throws Exception {
        MessagesRequest request = request("\"max_tokens\":32000");
        mended(
                request,
                "Unsupported parameter: 'max_tokens' is not supported with this model.",
                "max_tokens",
                "unsupported_parameter");
        JsonNode mended = mended(
                        request,
                        "max_tokens is too large: 32000. This model supports at most 16384 completion tokens.",
                        "max_tokens",
                        "invalid_value")
                .orElseThrow();
        assertThat(mended.path("max_completion_tokens").asInt()).isEqualTo(16384);
        assertThat(mended.has("max_tokens")).isFalse();
    }

    @Test
    void theTokenLimitGoesOutUnderItsOtherNameAndStaysSo() throws Exception {
        MessagesRequest request = request("\"max_tokens\":900");
        JsonNode mended = mended(
                        request,
                        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
                        "max_tokens",
                        "unsupported_parameter")
                .orElseThrow();
        assertThat(mended.path("max_completion_tokens").asInt()).isEqualTo(900);
        assertThat(mended.has("max_tokens")).isFalse();
        assertThat(Json.tree(prepare(request).body()).has("max_completion_tokens"))
                .isTrue();
    }

    @Test
    void aTuningParameterThatIsRefusedIsLeftOut() throws Exception {
        MessagesRequest request = request("\"temperature\":0.2");
        JsonNode mended = mended(
                        request,
                        "Unsupported value: 'temperature' does not support 0.2 with this model.",
                        "temperature",
                        "unsupported_value")
                .orElseThrow();
        assertThat(mended.has("temperature")).isFalse();
        assertThat(Json.tree(prepare(request).body()).has("temperature")).isFalse();
    }

    @Test
    void whatMattersIsNeverDroppedToPleaseAzure() throws Exception {
        assertThat(mended(request("\"max_tokens\":9"), "Invalid value: 'messages'", "messages", "invalid_value"))
                .isEmpty();
        assertThat(mended(request("\"max_tokens\":9"), "Too long", "messages", "context_length_exceeded"))
                .isEmpty();
    }

    @Test
    void theMendedRequestTellsWhatWasDone() throws Exception {
        MessagesRequest request = request("\"top_p\":0.5");
        UpstreamRequest sent = prepare(request);
        byte[] refusal = refusal("Unsupported parameter: 'top_p'", "top_p", "unsupported_parameter");
        UpstreamRequest mended = upstream.mend(request, sent, REFUSED, refusal).orElseThrow();
        assertThat(Golden.lines(mended.notes())).contains("DROPPED top_p");
    }

    private Optional<JsonNode> mended(MessagesRequest request, String message, String param, String code)
            throws Exception {
        Optional<UpstreamRequest> mended =
                upstream.mend(request, prepare(request), REFUSED, refusal(message, param, code));
        return mended.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.tree(mended.get().body()));
    }

    private static byte[] refusal(String message, String param, String code) {
        return ("{\"error\":{\"message\":\"" + message + "\",\"param\":\"" + param + "\",\"code\":\"" + code + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private UpstreamRequest prepare(MessagesRequest request) throws Exception {
        Deployment deployment = new Deployment(
                "d", UpstreamKind.CHAT, "https://x.openai.azure.com", "x", "v1", ModelFamily.CLASSIC, null);
        return upstream.prepare(request, CLIENT, new Route("m", deployment, "test"));
    }

    private static MessagesRequest request(String field) throws Exception {
        String json = "{\"model\":\"m\"," + field + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        return new MessagesCodec().read(json.getBytes(StandardCharsets.UTF_8));
    }
}
