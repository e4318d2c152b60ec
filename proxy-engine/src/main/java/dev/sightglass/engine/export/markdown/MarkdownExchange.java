package dev.sightglass.engine.export.markdown;

import dev.sightglass.engine.codec.messages.MessageAccumulator;
import dev.sightglass.engine.detail.StreamEventView;
import dev.sightglass.engine.export.BodyContent;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One exchange as Markdown. */
public final class MarkdownExchange {
    private final RecordedExchange recorded;
    private final ExportOptions options;
    private final StringBuilder out = new StringBuilder();

    public static String of(RecordedExchange recorded, ExportOptions options) {
        return new MarkdownExchange(recorded, options).text();
    }

    private MarkdownExchange(RecordedExchange recorded, ExportOptions options) {
        this.recorded = recorded;
        this.options = options;
    }

    private String text() {
        Exchange exchange = recorded.exchange();
        facts(exchange.summary());
        notes(exchange);
        if (options.content()) {
            conversation(content(
                    BodyPart.DOWNSTREAM_REQUEST, exchange.downstream().request().headers()));
            ResponseHead response = exchange.downstream().response();
            answer(content(BodyPart.DOWNSTREAM_RESPONSE, response == null ? Headers.NONE : response.headers()));
        }
        return out.append('\n').toString();
    }

    private BodyContent content(BodyPart part, Headers headers) {
        return BodyContent.of(recorded.body(part), headers, options.active());
    }

    private void facts(ExchangeSummary e) {
        out.append("# Exchange ").append(e.id()).append("\n\n");
        fact("Request", e.request().method() + " " + e.request().path());
        fact("Time", e.startedAt().toString());
        fact("Outcome", e.outcome().label() + (e.status() == 0 ? "" : ", HTTP " + e.status()));
        fact("Message", e.outcome().message());
        fact("Session", e.client().sessionId());
        fact("Agent", e.client().agentId());
        fact("Requested model", e.request().requestedModel());
        Route route = e.route();
        fact("Deployment", route == null ? null : route.deployment().name());
        fact("Route", route == null ? null : route.reason());
        fact("Reported model", e.answer().reportedModel());
        fact("Stop reason", e.answer().stopReason());
        fact("Tools called", String.join(", ", e.answer().toolsCalled()));
        fact("Time to first token", millis(e.timings().ttft()));
        fact("Duration", millis(e.timings().duration()));
        usage(e.answer().usage());
        BigDecimal cost = options.costs().cost(e);
        fact("Cost", cost == null ? null : "$" + cost.toPlainString());
        fact("Note", e.annotation().note());
    }

    private void usage(@Nullable Usage usage) {
        if (usage == null) return;
        String mark = usage.source() == Usage.Source.ESTIMATED ? " (estimated)" : "";
        fact("Input tokens" + mark, number(usage.totalInput()));
        fact("Cached tokens" + mark, number(usage.cacheRead()));
        fact("Output tokens" + mark, number(usage.output()));
        fact("Reasoning tokens" + mark, number(usage.reasoning()));
    }

    private void fact(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) return;
        out.append("- ").append(name).append(": ");
        out.append(MarkdownText.inline(options.active().mask(value))).append('\n');
    }

    private static @Nullable String number(@Nullable Long number) {
        return number == null ? null : Long.toString(number);
    }

    private static @Nullable String millis(@Nullable Duration time) {
        return time == null ? null : String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }

    private void notes(Exchange exchange) {
        if (exchange.notes().isEmpty()) return;
        out.append("\n## Changed by the translation\n\n");
        for (TranslationNote note : exchange.notes())
            fact(note.action().name().toLowerCase(Locale.ROOT) + " " + MarkdownText.inline(note.path()), note.reason());
    }

    private void conversation(BodyContent request) {
        if (!(request instanceof BodyContent.Json json)) {
            other("Request", request);
            return;
        }
        if (!MarkdownMessages.conversation(json.json(), out)) other("Request", request);
    }

    private void answer(BodyContent response) {
        String message = switch (response) {
            case BodyContent.Events events -> accumulated(events);
            case BodyContent.Json json -> json.json();
            case BodyContent.None _, BodyContent.Text _, BodyContent.Binary _, BodyContent.Withheld _ -> null;
        };
        boolean written =
                message != null && MarkdownMessages.answer(options.active().mask(message), out);
        if (!written) other("Answer", response);
    }

    private static @Nullable String accumulated(BodyContent.Events events) {
        MessageAccumulator message = new MessageAccumulator();
        for (StreamEventView event : events.events()) {
            if (event.data() != null) message.accept(event.data());
        }
        return message.json();
    }

    private void other(String title, BodyContent content) {
        String text = switch (content) {
            case BodyContent.Json json -> json.json();
            case BodyContent.Text plain -> plain.text();
            case BodyContent.Binary _, BodyContent.Withheld _, BodyContent.Events _, BodyContent.None _ -> null;
        };
        if (text == null) return;
        out.append("\n## ").append(title).append("\n\n").append(MarkdownText.fenced(text, ""));
    }
}
