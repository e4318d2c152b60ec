package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.settings.AuthMode;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.simulator.AzureSimulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The token of the proxy's own: who does not show it is refused before anything of the request is read. */
class AdmissionTest {
    private static final String TOKEN = "open-sesame_0123456789";
    private static final EngineSettings WIDE = EngineSettings.DEFAULT.with(ListenSettings.DEFAULT.withBind("0.0.0.0"));

    private AzureSimulator azure;
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        azure = AzureSimulator.startDefault();
        rig = Rig.before(azure.baseUri().toString(), s -> s.with(s.listen().withToken(TOKEN)));
    }

    @AfterEach
    void stop() {
        rig.close();
        azure.close();
    }

    @Test
    void withoutTheTokenNothingComesIn() throws Exception {
        assertThat(send(Rig.messages(Rig.ask(false))))
                .startsWith("HTTP/1.1 401")
                .contains("authentication_error");
        assertThat(send(Rig.messages(Rig.ask(false), "x-api-key: open-sesame_012345678")))
                .startsWith("HTTP/1.1 401");
        assertThat(rig.lastFinished().summary().outcome()).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void theTokenInThePathIsEnoughAndIsNotRecorded() throws Exception {
        assertThat(((ProxyState.Running) rig.engine.state()).baseUrl().getPath())
                .isEqualTo("/anything/" + TOKEN);
        assertThat(send(Rig.post("/anything/" + TOKEN + "/v1/messages?beta=true", Rig.ask(false))))
                .startsWith("HTTP/1.1 200");
        Exchange exchange = rig.lastFinished();
        assertThat(exchange.summary().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(exchange.toString()).doesNotContain(TOKEN);
    }

    @Test
    void aSecretThatThePromptBeginsWithIsNotItsTitle() throws Exception {
        String prompt = Rig.ask(false).replace("Tell me", TOKEN + " opens what? Tell me");
        assertThat(send(Rig.messages(prompt, "x-api-key: " + TOKEN))).startsWith("HTTP/1.1 200");
        assertThat(rig.lastFinished().summary().request().title())
                .endsWith("6789 opens what? Tell me about Vienna.")
                .doesNotContain(TOKEN);
    }

    @Test
    void theTokenAsKeyIsEnoughWhereTheKeyIsNotAzures() throws Exception {
        assertThat(send(Rig.messages(Rig.ask(false), "x-api-key: " + TOKEN))).startsWith("HTTP/1.1 200");
        assertThat(send(Rig.messages(Rig.ask(false), "Authorization: Bearer " + TOKEN)))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void theTokenIsNoKeyWhereTheClientsKeyGoesToAzure() {
        EngineSettings settings = EngineSettings.DEFAULT.with(ListenSettings.DEFAULT.withToken(TOKEN));
        assertThat(settings.azure().effectiveAuth()).isEqualTo(AuthMode.CLIENT);
        RequestHead head = head("/anything/v1/messages", "localhost", new Header("x-api-key", TOKEN));
        assertThat(new Gate(settings).refusal(head, false).orElseThrow().status())
                .isEqualTo(401);
    }

    @Test
    void aProxyForTheNetworkAlwaysHasATokenAndKeepsIt() {
        String token = WIDE.guarded(WIDE).listen().token();
        assertThat(token).hasSizeGreaterThanOrEqualTo(20);
        assertThat(WIDE.guarded(WIDE).listen().token()).isNotEqualTo(token);
        assertThat(WIDE.guarded(WIDE.guarded(WIDE)).listen().toString()).doesNotContain(token);
        EngineSettings running = WIDE.guarded(WIDE);
        assertThat(WIDE.guarded(running)).isEqualTo(running);
        assertThat(EngineSettings.DEFAULT.guarded(running).listen().token()).isNull();
    }

    @Test
    void whoShowsTheTokenMayCallThisMachineByAnyName() {
        EngineSettings settings = WIDE.with(WIDE.listen().withToken(TOKEN));
        Gate gate = new Gate(settings);
        assertThat(gate.refusal(head("/" + TOKEN + "/v1/messages", "build-box.lan:8000"), false))
                .isEmpty();
        assertThat(gate.refusal(head("/v1/messages", "build-box.lan:8000"), false)
                        .orElseThrow()
                        .status())
                .isEqualTo(401);
        Header origin = new Header("origin", "http://build-box.lan:8000");
        assertThat(gate.refusal(head("/" + TOKEN + "/v1/messages", "build-box.lan:8000", origin), false)
                        .orElseThrow()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenThatCouldBeGuessedIsAProblem() {
        EngineSettings settings = EngineSettings.DEFAULT.with(ListenSettings.DEFAULT.withToken("short"));
        assertThat(settings.problems()).anyMatch(problem -> problem.field().equals("listen.token"));
    }

    private String send(String request) throws Exception {
        try (Wire client = rig.connect()) {
            client.send(request);
            return client.readUntil("}");
        }
    }

    private static RequestHead head(String uri, String host, Header... more) {
        List<Header> headers =
                new ArrayList<>(List.of(new Header("host", host), new Header("content-type", "application/json")));
        headers.addAll(List.of(more));
        return new RequestHead("POST", uri, new Headers(headers));
    }
}
