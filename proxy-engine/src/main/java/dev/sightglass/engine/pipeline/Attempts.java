package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.credential.SecretMask;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.DownstreamError;
import dev.sightglass.engine.upstream.Upstream;
import dev.sightglass.engine.upstream.UpstreamAnswer;
import dev.sightglass.engine.upstream.UpstreamCall;
import dev.sightglass.engine.upstream.UpstreamFailure;
import dev.sightglass.engine.upstream.UpstreamRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tries of one exchange to get an answer: one, and at most one more for each of two reasons. */
final class Attempts {
    private static final String STALE =
            "The pooled connection had been closed by the upstream before it took the request; nothing was received.";
    private static final String MENDED = "Azure refused a part of the request that could be mended.";

    private final PipelineSetup setup;
    private final RunningExchange run;
    private final Upstream upstream;
    private final MessagesRequest request;
    private final Route route;
    private final Header credential;
    private boolean replayed;
    private boolean mended;

    Attempts(
            PipelineSetup setup,
            RunningExchange run,
            Upstream upstream,
            MessagesRequest request,
            Route route,
            Header credential) {
        this.setup = setup;
        this.run = run;
        this.upstream = upstream;
        this.request = request;
        this.route = route;
        this.credential = credential;
    }

    /** How one try went: the exchange's outcome, or what to try next. */
    private sealed interface Step {
        record Over(Outcome outcome) implements Step {}

        record Again(UpstreamRequest request, String reason) implements Step {}
    }

    Outcome run(UpstreamRequest prepared) throws ClientGone, InterruptedException {
        Step.Again next = new Step.Again(prepared, "");
        for (int attempt = 1; ; attempt++) {
            Step step = attempt(attempt, next.request(), attempt == 1 ? null : next.reason());
            switch (step) {
                case Step.Over(Outcome outcome) -> {
                    return outcome;
                }
                case Step.Again again -> next = again;
            }
        }
    }

    private Step attempt(int number, UpstreamRequest sent, @Nullable String reason)
            throws ClientGone, InterruptedException {
        AnswerTranslator translator = upstream.answers(request, sent);
        RequestHead head = head(sent, translator.passesThrough());
        run.trace().upstreamSent(number, head, sent, reason);
        UpstreamCall call = setup.client().send(head, sent.body());
        run.cancellation().onCancel(call::cancel);
        try (UpstreamAnswer answer = call.answer(setup.limits().firstByte())) {
            run.trace().upstreamAnswered(number, answer.head());
            AnswerRelay relay = new AnswerRelay(setup.limits(), run, answer, translator, number, secret());
            Step step = relayed(relay, sent, translator, answer.head());
            tell(translator);
            return step;
        } catch (UpstreamFailure e) {
            return failed(number, sent, e);
        }
    }

    private Step relayed(AnswerRelay relay, UpstreamRequest sent, AnswerTranslator translator, ResponseHead head)
            throws ClientGone, InterruptedException {
        if (head.status() / 100 == 2) return new Step.Over(relay.success(request.stream()));
        if (head.status() / 100 == 3) return new Step.Over(redirect(relay, head));
        byte[] body = relay.errorBody();
        Optional<UpstreamRequest> better = mended ? Optional.empty() : upstream.mend(request, sent, head, body);
        if (better.isPresent()) {
            mended = true;
            return new Step.Again(better.get(), MENDED + " It said: " + said(translator, head, body));
        }
        return new Step.Over(relay.error(body));
    }

    private static String said(AnswerTranslator translator, ResponseHead head, byte[] body) {
        DownstreamError error = translator.error(head, body);
        return error.message();
    }

    private Outcome redirect(AnswerRelay relay, ResponseHead head) throws ClientGone, InterruptedException {
        relay.errorBody();
        // Without its query, which is where keys and signatures stand.
        String to = head.headers()
                .first("location")
                .map(location -> location.replaceFirst("[?#].*", ""))
                .orElse("somewhere it does not name");
        return ErrorReply.fail(
                run,
                new Outcome.TransportError(
                        Outcome.Kind.REDIRECT,
                        Party.UPSTREAM,
                        "The upstream answered with a redirect (" + head.status() + ") to " + to
                                + ". It was not followed, since the key must not go elsewhere: check the endpoint."));
    }

    private Step failed(int number, UpstreamRequest sent, UpstreamFailure failure) throws ClientGone {
        run.trace().upstreamEnded(number, failure.reason());
        Cancellation.Reason cancelled = run.cancellation().reason();
        if (cancelled == Cancellation.Reason.CLIENT_GONE) throw new ClientGone("The client left.");
        if (cancelled == Cancellation.Reason.SHUTDOWN)
            return new Step.Over(ErrorReply.fail(run, AnswerRelay.shutdown()));
        if (failure.staleConnection() && !replayed) {
            replayed = true;
            return new Step.Again(sent, STALE);
        }
        return new Step.Over(
                ErrorReply.fail(run, new Outcome.TransportError(failure.kind(), Party.UPSTREAM, failure.reason())));
    }

    private void tell(AnswerTranslator translator) {
        AnswerFacts facts = translator.facts();
        if (facts.reportedModel() != null)
            setup.learnt().reported(route.deployment().name(), facts.reportedModel());
    }

    private SecretMask secret() {
        String value = credential.value();
        return SecretMask.of(List.of(value.substring(value.indexOf(' ') + 1)));
    }

    private RequestHead head(UpstreamRequest sent, boolean passesThrough) {
        Headers headers = sent.headers().with(credential.name(), credential.value());
        if (!passesThrough && headers.first("accept-encoding").isEmpty())
            headers = headers.with("Accept-Encoding", "identity");
        return new RequestHead("POST", sent.uri().toString(), headers);
    }
}
