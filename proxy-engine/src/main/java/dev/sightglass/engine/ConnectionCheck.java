package dev.sightglass.engine;

import dev.sightglass.engine.CheckFinding.Step;
import dev.sightglass.engine.CheckFinding.Verdict;
import dev.sightglass.engine.codec.messages.MalformedRequest;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.credential.CredentialMissing;
import dev.sightglass.engine.credential.Credentials;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.routing.LearntFamilies;
import dev.sightglass.engine.routing.NoRoute;
import dev.sightglass.engine.routing.Router;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.Problem;
import dev.sightglass.engine.upstream.AnswerPiece;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.DownstreamError;
import dev.sightglass.engine.upstream.NotAnAnswer;
import dev.sightglass.engine.upstream.RequestRefused;
import dev.sightglass.engine.upstream.Upstream;
import dev.sightglass.engine.upstream.UpstreamAnswer;
import dev.sightglass.engine.upstream.UpstreamClient;
import dev.sightglass.engine.upstream.UpstreamFailure;
import dev.sightglass.engine.upstream.UpstreamRequest;
import dev.sightglass.engine.upstream.Upstreams;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries the settings with one tiny real request and says what is wrong, one step after the other. Costs a few tokens. */
public final class ConnectionCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 1 << 20;

    private final EngineSettings settings;
    private final String model;
    private final List<CheckFinding> findings = new ArrayList<>();

    private ConnectionCheck(EngineSettings settings, String model) {
        this.settings = settings;
        this.model = model;
    }

    /**
     * Runs the check; takes up to half a minute. The last finding says how it ended.
     *
     * @param model what a client would ask for; the model map decides on the deployment
     * @param client headers to take a credential from when the client's own is to be used
     */
    public static List<CheckFinding> run(EngineSettings settings, String model, Headers client) {
        ConnectionCheck check = new ConnectionCheck(settings, model);
        try {
            check.steps(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            check.found(Step.ANSWER, Verdict.DOUBTFUL, "The check was interrupted.");
        }
        return List.copyOf(check.findings);
    }

    private void steps(Headers client) throws InterruptedException {
        Optional<Problem> problem = settings.problems().stream()
                .filter(p -> p.field().startsWith("azure") || p.field().startsWith("deployments"))
                .findFirst();
        if (problem.isPresent()) {
            found(
                    Step.SETTINGS,
                    Verdict.BAD,
                    problem.get().field() + ": " + problem.get().message());
            return;
        }
        Route route;
        try {
            route = new Router(settings, new LearntFamilies()).route(model);
        } catch (NoRoute e) {
            found(Step.SETTINGS, Verdict.BAD, e.reason());
            return;
        }
        found(
                Step.SETTINGS,
                Verdict.GOOD,
                model + " goes to " + route.deployment().name() + ". " + route.reason());
        Header credential;
        try {
            credential = new Credentials().of(settings).header(route.deployment(), client);
        } catch (CredentialMissing e) {
            found(Step.CREDENTIAL, Verdict.BAD, e.reason());
            return;
        }
        ask(route, credential);
    }

    private void ask(Route route, Header credential) throws InterruptedException {
        Upstream upstream = new Upstreams().of(route.deployment().upstream());
        try (UpstreamClient http = new UpstreamClient(settings.limits().connect())) {
            MessagesRequest request = new MessagesCodec().read(tinyRequest());
            RequestHead none = new RequestHead(
                    "POST",
                    "/v1/messages",
                    Headers.of("content-type", "application/json", "anthropic-version", "2023-06-01"));
            UpstreamRequest prepared = upstream.prepare(request, none, route);
            send(http, upstream, request, prepared, credential);
        } catch (MalformedRequest | RequestRefused e) {
            found(Step.SETTINGS, Verdict.BAD, String.valueOf(e.getMessage()));
        }
    }

    private void send(
            UpstreamClient http,
            Upstream upstream,
            MessagesRequest request,
            UpstreamRequest prepared,
            Header credential)
            throws InterruptedException {
        URI uri = prepared.uri();
        RequestHead head =
                new RequestHead("POST", uri.toString(), prepared.headers().with(credential.name(), credential.value()));
        try (UpstreamAnswer answer = http.send(head, prepared.body()).answer(PATIENCE)) {
            found(Step.ADDRESS, Verdict.GOOD, uri.getHost() + " was found.");
            found(
                    Step.CONNECTION,
                    Verdict.GOOD,
                    "Connected" + (uri.getScheme().equals("https") ? ", TLS verified." : "."));
            judge(upstream.answers(request, prepared), answer.head(), body(answer));
        } catch (UpstreamFailure e) {
            found(e.kind() == Outcome.Kind.DNS ? Step.ADDRESS : Step.CONNECTION, Verdict.BAD, e.reason());
        }
    }

    private void judge(AnswerTranslator translator, ResponseHead head, byte[] body) {
        int status = head.status();
        if (status / 100 == 2) {
            good(translator, head, body);
            return;
        }
        DownstreamError error = translator.error(head, body);
        String said = " Azure says: " + error.message();
        switch (status) {
            case 401 -> found(Step.CREDENTIAL, Verdict.BAD, "The key is not accepted." + said);
            case 403 ->
                found(Step.CREDENTIAL, Verdict.BAD, "Access is denied: by a firewall rule or a missing role." + said);
            case 404 -> {
                found(Step.CREDENTIAL, Verdict.GOOD, "The credential is accepted.");
                found(
                        Step.DEPLOYMENT,
                        Verdict.BAD,
                        "Not found. Check the deployment's name (it is not the model's), the api-version and the kind of"
                                + " upstream." + said);
            }
            case 429 -> {
                found(Step.CREDENTIAL, Verdict.GOOD, "The credential is accepted.");
                found(Step.DEPLOYMENT, Verdict.GOOD, "The deployment is there.");
                found(Step.ANSWER, Verdict.DOUBTFUL, "It is over its rate limit now; try again later." + said);
            }
            default -> {
                if (status / 100 == 3)
                    found(Step.CONNECTION, Verdict.BAD, "The address redirects elsewhere: check the endpoint.");
                else found(Step.ANSWER, Verdict.BAD, "Status " + status + "." + said);
            }
        }
    }

    private void good(AnswerTranslator translator, ResponseHead head, byte[] body) {
        found(Step.CREDENTIAL, Verdict.GOOD, "The credential is accepted.");
        try {
            translator.whole(head, body);
            AnswerFacts facts = translator.facts();
            String reported = facts.reportedModel() == null ? "" : " as " + facts.reportedModel();
            found(Step.DEPLOYMENT, Verdict.GOOD, "The deployment answers" + reported + ".");
            found(Step.ANSWER, Verdict.GOOD, "All is well: a real answer came back.");
        } catch (NotAnAnswer e) {
            found(Step.ANSWER, Verdict.BAD, e.reason());
        }
    }

    private static byte[] body(UpstreamAnswer answer) throws InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < MOST_BYTES && answer.next(PATIENCE) instanceof AnswerPiece.Bytes(byte[] bytes))
            body.writeBytes(bytes);
        return body.toByteArray();
    }

    private byte[] tinyRequest() {
        String quoted = model.replaceAll("[^A-Za-z0-9._:@/-]", "");
        return ("{\"model\":\"" + quoted
                        + "\",\"max_tokens\":16,\"messages\":[{\"role\":\"user\",\"content\":\"Say OK.\"}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void found(Step step, Verdict verdict, String message) {
        findings.add(new CheckFinding(step, verdict, message));
    }
}
