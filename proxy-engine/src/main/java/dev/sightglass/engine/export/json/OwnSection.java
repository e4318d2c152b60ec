package dev.sightglass.engine.export.json;

import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.Usage;
import org.jspecify.annotations.Nullable;

/** The part {@code sightglass} of a record: all that Kong has no field for. Times are milliseconds since the first byte. */
public final class OwnSection {
    /** Goes up when a reader of the old form could misread the new one. */
    public static final int FORMAT = 1;

    private final RecordOut out;
    private final ExportOptions options;

    OwnSection(RecordOut out, ExportOptions options) {
        this.out = out;
        this.options = options;
    }

    void write(Exchange exchange, RecordBodies bodies) {
        ExchangeSummary summary = exchange.summary();
        out.number("format", FORMAT);
        out.word("level", options.level().option());
        out.number("id", summary.id().number());
        out.word("started_at", summary.startedAt().toString());
        client(summary.client());
        new OutcomeFields(out).write(summary.outcome());
        out.number("status", summary.status() == 0 ? null : (Integer) summary.status());
        out.text("stop_reason", summary.answer().stopReason());
        out.texts("tools_called", summary.answer().toolsCalled());
        out.object("request", () -> request(summary.request()));
        route(summary.route());
        out.object("answer", () -> answer(summary.answer()));
        out.object("sizes", () -> sizes(summary));
        out.object("timings", () -> timings(summary.timings()));
        out.object("annotation", () -> annotation(summary.annotation()));
        out.array("notes", () -> exchange.notes().forEach(this::note));
        new LegSection(out, bodies).write(exchange);
    }

    private void client(ClientInfo client) {
        out.text("session", client.sessionId());
        out.object("agent", () -> {
            out.text("id", client.agentId());
            out.text("parent", client.parentAgentId());
            out.text("type", client.agentType());
        });
        out.text("prompt_id", client.promptId());
        out.text("request_class", client.requestClass());
        out.text("user_agent", client.userAgent());
    }

    private void request(RequestFacts request) {
        out.word("endpoint", Words.of(request.endpoint()));
        out.text("path", request.path());
        out.truth("stream", request.stream());
        out.number("messages", request.messages());
        out.number("tools", request.tools());
        out.number("max_tokens", request.maxTokens());
        out.text("effort", request.effort());
        out.text("title", options.content() ? request.title() : null);
        PromptFacts prompt = request.prompt();
        if (prompt == null) out.nothing("prompt");
        else out.object("prompt", () -> prompt(prompt));
    }

    private void prompt(PromptFacts prompt) {
        out.text("working_folder", options.content() ? prompt.workingFolder() : null);
        out.number("opening", prompt.opening());
        out.number("number", prompt.number());
        out.number("fingerprint", prompt.fingerprint());
        out.texts("failed_tools", prompt.failedTools());
    }

    private void route(@Nullable Route route) {
        if (route == null) {
            out.nothing("route");
            return;
        }
        Deployment to = route.deployment();
        out.object("route", () -> {
            out.text("requested_model", route.requestedModel());
            out.text("reason", route.reason());
            out.word("deployment", to.name());
            out.word("upstream", to.upstream().option());
            out.word("endpoint", to.endpoint());
            out.word("instance", to.instance());
            out.word("api_version", to.apiVersion());
            out.word("family", Words.of(to.family()));
            out.number("max_output_tokens", to.maxOutputTokens());
        });
    }

    private void answer(AnswerFacts answer) {
        out.text("id", answer.responseId());
        out.text("upstream_finish", answer.upstreamFinish());
        Usage usage = answer.usage();
        if (usage == null) out.nothing("usage");
        else out.object("usage", () -> usage(usage));
    }

    private void usage(Usage usage) {
        out.word("source", Words.of(usage.source()));
        out.number("input_tokens", usage.input());
        out.number("cache_read_input_tokens", usage.cacheRead());
        out.number("cache_creation_input_tokens", usage.cacheCreation());
        out.number("cache_creation_1h_input_tokens", usage.cacheCreation1h());
        out.number("output_tokens", usage.output());
        out.number("reasoning_tokens", usage.reasoning());
        out.number("audio_input_tokens", usage.audioInput());
        out.number("audio_output_tokens", usage.audioOutput());
        out.number("accepted_prediction_tokens", usage.acceptedPrediction());
        out.number("rejected_prediction_tokens", usage.rejectedPrediction());
    }

    private void sizes(ExchangeSummary summary) {
        out.number("request", summary.requestSize());
        out.number("response", summary.responseSize());
        out.number("upstream_request", summary.upstreamRequestSize());
        out.number("upstream_response", summary.upstreamResponseSize());
    }

    private void timings(Timings timings) {
        out.millis("request_read", timings.requestRead());
        out.millis("upstream_sent", timings.upstreamSent());
        out.millis("upstream_head", timings.upstreamHead());
        out.millis("first_upstream_byte", timings.firstUpstreamByte());
        out.millis("first_content", timings.firstContent());
        out.millis("last_upstream_byte", timings.lastUpstreamByte());
        out.millis("ended", timings.ended());
    }

    private void annotation(Annotation annotation) {
        out.truth("pinned", annotation.pinned());
        out.word("colour", annotation.colour());
        out.text("note", annotation.note());
    }

    private void note(TranslationNote note) {
        out.object(() -> {
            out.word("direction", Words.of(note.direction()));
            out.text("path", note.path());
            out.text("target_path", note.targetPath());
            out.word("action", Words.of(note.action()));
            out.text("reason", note.reason());
        });
    }
}
