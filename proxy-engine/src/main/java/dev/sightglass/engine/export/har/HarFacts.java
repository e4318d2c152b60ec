package dev.sightglass.engine.export.har;

import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.json.OutcomeFields;
import dev.sightglass.engine.export.json.RecordOut;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.Usage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of an exchange beyond its messages, named as in the project's record. */
final class HarFacts {
    private final RecordOut out;
    private final ExportOptions options;

    HarFacts(RecordOut out, ExportOptions options) {
        this.out = out;
        this.options = options;
    }

    void write(Exchange exchange) {
        ExchangeSummary summary = exchange.summary();
        out.number("id", summary.id().number());
        out.word("level", options.level().option());
        new OutcomeFields(out).write(summary.outcome());
        out.text("session", summary.client().sessionId());
        out.text("agent", summary.client().agentId());
        out.text("title", options.content() ? summary.request().title() : null);
        route(summary.route());
        out.text("requested_model", summary.request().requestedModel());
        out.text("reported_model", summary.answer().reportedModel());
        out.text("stop_reason", summary.answer().stopReason());
        out.texts("tools_called", summary.answer().toolsCalled());
        usage(summary.answer().usage());
        out.number("cost", options.costs().cost(summary));
        out.millis("first_content", summary.timings().firstContent());
        out.array("notes", () -> exchange.notes().forEach(this::note));
    }

    private void route(@Nullable Route route) {
        Deployment to = route == null ? null : route.deployment();
        out.word("deployment", to == null ? null : to.name());
        out.word("upstream", to == null ? null : to.upstream().option());
        out.word("api_version", to == null ? null : to.apiVersion());
        out.text("route_reason", route == null ? null : route.reason());
    }

    private void usage(@Nullable Usage usage) {
        if (usage == null) {
            out.nothing("usage");
            return;
        }
        out.object("usage", () -> {
            out.word("source", usage.source().name().toLowerCase(Locale.ROOT));
            out.number("input_tokens", usage.input());
            out.number("cache_read_input_tokens", usage.cacheRead());
            out.number("cache_creation_input_tokens", usage.cacheCreation());
            out.number("output_tokens", usage.output());
            out.number("reasoning_tokens", usage.reasoning());
        });
    }

    private void note(TranslationNote note) {
        out.object(() -> {
            out.word("action", note.action().name().toLowerCase(Locale.ROOT));
            out.text("path", note.path());
            out.text("target_path", note.targetPath());
            out.text("reason", note.reason());
        });
    }
}
