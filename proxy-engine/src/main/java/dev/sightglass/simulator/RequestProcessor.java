package dev.sightglass.simulator;

import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.RequestView;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.api.AnswerMaker;
import dev.sightglass.simulator.api.PromptCache;
import dev.sightglass.simulator.check.Refusal;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.fault.Fault;
import dev.sightglass.simulator.fault.Faults;
import dev.sightglass.simulator.wire.Header;
import dev.sightglass.simulator.wire.HttpHandler;
import dev.sightglass.simulator.wire.RequestHead;
import dev.sightglass.simulator.wire.WireExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** The way of one request: judged, recorded, then answered by a fault, a refusal or the script. */
final class RequestProcessor implements HttpHandler {
    private final Judge judge;
    private final RequestLog log;
    private final FaultPlan faultPlan;
    private final Supplier<AnswerScript> script;
    private final AzureHeaders azureHeaders = new AzureHeaders();
    private final PromptCache promptCache = new PromptCache();

    RequestProcessor(Judge judge, RequestLog log, FaultPlan faultPlan, Supplier<AnswerScript> script) {
        this.judge = judge;
        this.log = log;
        this.faultPlan = faultPlan;
        this.script = script;
    }

    @Override
    public void handle(WireExchange exchange) throws IOException, InterruptedException {
        List<Fault> byHead = faultPlan.take(exchange.head());
        boolean unread = instead(byHead)
                .filter(Fault.AnswerBeforeUpload.class::isInstance)
                .isPresent();
        byte[] body = unread ? new byte[0] : exchange.readBody();
        List<Fault> faults = byHead.isEmpty() ? faultPlan.take(body) : byHead;
        Optional<Fault.InsteadOfAnswer> instead = instead(faults);
        Verdict verdict = judge(exchange.head(), body);
        ReceivedRequest received = new ReceivedRequest(exchange.head(), body, verdict.refusal(), exchange.client());
        log.add(received);
        boolean inFull = false;
        try {
            FaultAnswers.holdBeforeHead(exchange, faults);
            if (instead.isPresent()) {
                FaultAnswers.writeInstead(exchange, instead.get(), azureHeaders.ofAny());
            } else {
                answer(exchange, verdict, faults);
            }
            inFull = true;
        } finally {
            received.end(inFull);
        }
    }

    private static Optional<Fault.InsteadOfAnswer> instead(List<Fault> faults) {
        return faults.stream()
                .filter(Fault.InsteadOfAnswer.class::isInstance)
                .map(Fault.InsteadOfAnswer.class::cast)
                .findFirst();
    }

    private record Verdict(
            @Nullable JudgedRequest request, @Nullable Refusal refusal) {}

    private Verdict judge(RequestHead head, byte[] body) {
        try {
            return new Verdict(judge.judge(head, body), null);
        } catch (RequestRefused refused) {
            return new Verdict(null, refused.refusal());
        }
    }

    private void answer(WireExchange exchange, Verdict verdict, List<Fault> faults)
            throws IOException, InterruptedException {
        JudgedRequest request = verdict.request();
        if (request == null) {
            Refusal refusal = verdict.refusal();
            if (refusal == null) {
                throw new IllegalStateException("a verdict is either a request or a refusal");
            }
            writeError(exchange, Faults.error(refusal.status(), refusal.body()));
        } else if (request.counting()) {
            int tokens = request.api().promptTokens(request.body());
            List<Header> headers = azureHeaders.ofAnswer(
                    request.api().api(), request.deployment().name(), tokens);
            new AnswerWriter(exchange, faults, headers)
                    .write(JsonNodeFactory.instance.objectNode().put("input_tokens", tokens));
        } else {
            answer(exchange, request, faults);
        }
    }

    private void answer(WireExchange exchange, JudgedRequest request, List<Fault> faults)
            throws IOException, InterruptedException {
        RequestView view = request.api().view(request.body(), request.deployment());
        AnswerPlan plan;
        try {
            plan = FaultAnswers.change(script.get().answer(view), faults);
        } catch (RuntimeException | AssertionError e) {
            // A script is test code as a rule: its failure has to reach the test, not to hang it.
            writeError(exchange, Faults.error(500, "ScriptFailed", "the answer script has failed: " + e));
            return;
        }
        int prompt = request.api().promptTokens(request.body());
        int cached = Math.min(
                prompt / 128 * 128,
                promptCache.lookUpAndRemember(
                        request.deployment().name(), request.api().cacheText(request.body())));
        Answer answer = FaultAnswers.change(AnswerMaker.make(view, plan, prompt, cached), faults);
        List<Header> headers = azureHeaders.ofAnswer(
                request.api().api(), request.deployment().name(), answer.usage().totalTokens());
        new AnswerWriter(exchange, faults, headers).write(request.api(), answer);
    }

    private void writeError(WireExchange exchange, Fault.HttpAnswer error) throws IOException, InterruptedException {
        FaultAnswers.writeInstead(exchange, error, azureHeaders.ofAny());
    }
}
