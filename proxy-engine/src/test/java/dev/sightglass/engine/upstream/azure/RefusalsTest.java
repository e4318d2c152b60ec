package dev.sightglass.engine.upstream.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.NotAnAnswer;
import dev.sightglass.engine.upstream.RequestRefused;
import dev.sightglass.engine.upstream.UpstreamRequest;
import dev.sightglass.engine.upstream.Upstreams;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
    private static final RequestHead CLIENT = new RequestHead("POST", "/v1/messages", Headers.NONE);
    private static final ResponseHead OK = new ResponseHead(200, Headers.of("content-type", "application/json"));

    private final Upstreams upstreams = new Upstreams();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'safeguards':{} | safeguards",
                "'tools':[{'name':'a'},{'name':'a'}] | unique",
                "'tools':[{'name':'a'}],'tool_choice':{'type':'tool','name':'b'} | not found",
                "'tools':[{'type':'web_search_20250305','name':'web_search'}],'tool_choice':{'type':'tool','name':'web_search'} | cannot run"
            })
    void whatCannotBeServedHonestlyIsRefusedByName(String field, String named) throws Exception {
        for (UpstreamKind kind : new UpstreamKind[] {UpstreamKind.CHAT, UpstreamKind.RESPONSES}) {
            MessagesRequest request = request(field.replace('\'', '"'));
            assertThatThrownBy(() -> prepare(request, kind))
                    .isInstanceOf(RequestRefused.class)
                    .hasMessageContaining(named);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = UpstreamKind.class,
            names = {"CHAT", "RESPONSES"})
    void whatIsNoAnswerIsNeverASuccess(UpstreamKind kind) throws Exception {
        MessagesRequest request = request("\"max_tokens\":9");
        UpstreamRequest sent = prepare(request, kind);
        for (String body :
                new String[] {"", "{", "[]", "{}", "{\"choices\":[]}", "\"x\"", "{\"choices\":1,\"output\":1}"}) {
            AnswerTranslator answers = upstreams.of(kind).answers(request, sent);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> answers.whole(OK, bytes)).as(body).isInstanceOf(NotAnAnswer.class);
        }
        AnswerTranslator answers = upstreams.of(kind).answers(request, sent);
        ResponseHead page = new ResponseHead(200, Headers.of("Content-Type", "text/html"));
        assertThatThrownBy(() -> answers.wholeAsStream(page, "<html>Sign in".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotAnAnswer.class)
                .hasMessageContaining("Sign in");
    }

    @ParameterizedTest
    @EnumSource(
            value = UpstreamKind.class,
            names = {"CHAT", "RESPONSES"})
    void anErrorThatCameWithStatus200KeepsItsKind(UpstreamKind kind) throws Exception {
        MessagesRequest request = request("\"max_tokens\":9");
        AnswerTranslator answers = upstreams.of(kind).answers(request, prepare(request, kind));
        byte[] body = "{\"status\":\"failed\",\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Slow\"}}"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> answers.whole(OK, body))
                .isInstanceOfSatisfying(
                        NotAnAnswer.class, e -> assertThat(e.status()).isEqualTo(429))
                .hasMessage("Slow");
    }

    @ParameterizedTest
    @EnumSource(
            value = UpstreamKind.class,
            names = {"CHAT", "RESPONSES"})
    void aLoneSurrogateReachesAzureAsItWasWritten(UpstreamKind kind) throws Exception {
        MessagesRequest request = request("\"system\":\"a\\ud800b\"");
        String body = new String(prepare(request, kind).body(), StandardCharsets.UTF_8);
        assertThat(body).contains("\"a\\ud800b\"");
    }

    private UpstreamRequest prepare(MessagesRequest request, UpstreamKind kind) throws RequestRefused {
        Deployment deployment =
                new Deployment("d", kind, "https://x.openai.azure.com", "x", "v1", ModelFamily.CLASSIC, null);
        return upstreams.of(kind).prepare(request, CLIENT, new Route("m", deployment, "test"));
    }

    private static MessagesRequest request(String field) throws Exception {
        String json = "{\"model\":\"m\"," + field + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        return new MessagesCodec().read(json.getBytes(StandardCharsets.UTF_8));
    }
}
