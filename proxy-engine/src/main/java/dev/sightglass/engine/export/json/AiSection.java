package dev.sightglass.engine.export.json;

import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.pricing.CostCalculator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part {@code ai} of a record, field by field as Kong's AI plugins log it. */
final class AiSection {
    /** As many digits as Kong's own figure has. */
    private static final MathContext RATIO = new MathContext(14);

    private final RecordOut out;
    private final CostCalculator costs;

    AiSection(RecordOut out, CostCalculator costs) {
        this.out = out;
        this.costs = costs;
    }

    void write(ExchangeSummary summary, RecordBodies bodies) {
        out.object("meta", () -> meta(summary));
        out.object("usage", () -> usage(summary));
        out.object("payload", () -> {
            out.raw("request", bodies.requestPayload());
            out.raw("response", bodies.responsePayload());
        });
    }

    private void meta(ExchangeSummary summary) {
        Deployment to = summary.route() == null ? null : summary.route().deployment();
        out.word("request_mode", summary.request().stream() ? "stream" : "oneshot");
        out.text("request_model", summary.request().requestedModel());
        out.text("response_model", summary.answer().reportedModel());
        out.word("provider_name", "azure");
        out.word("azure_instance_id", to == null ? null : to.instance());
        out.word("azure_deployment_id", to == null ? null : to.name());
        out.word("azure_api_version", to == null ? null : to.apiVersion());
        out.number("llm_latency", RecordWriter.millis(summary.timings().upstreamTime()));
        out.word("plugin_id", to == null ? null : configurationId(to));
    }

    /** Kong's plugin id names one configuration of the plugin; this one names the configured deployment, always alike. */
    private static String configurationId(Deployment deployment) {
        String configuration = deployment.upstream().option() + " " + deployment.endpoint() + " " + deployment.name();
        return UUID.nameUUIDFromBytes(configuration.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void usage(ExchangeSummary summary) {
        Usage usage = reported(summary);
        Long prompt = usage == null ? null : usage.totalInput();
        Long completion = usage == null ? null : usage.output();
        out.number("prompt_tokens", prompt);
        out.object("prompt_tokens_details", () -> promptDetails(usage));
        out.number("completion_tokens", completion);
        out.object("completion_tokens_details", () -> completionDetails(usage));
        out.number("total_tokens", prompt == null || completion == null ? null : (Long) (prompt + completion));
        out.number("cost", costs.cost(summary));
        out.number("time_per_token", timePerToken(summary, completion));
        out.number("time_to_first_token", RecordWriter.millis(firstToken(summary)));
    }

    /** Estimates stay out of the fields that mean what Azure reported. */
    private static @Nullable Usage reported(ExchangeSummary summary) {
        Usage usage = summary.answer().usage();
        return usage == null || usage.source() == Usage.Source.ESTIMATED ? null : usage;
    }

    private void promptDetails(@Nullable Usage usage) {
        out.number("cached_tokens", usage == null ? null : usage.cacheRead());
        out.number("audio_tokens", usage == null ? null : usage.audioInput());
        out.object("cached_tokens_details", () -> {});
    }

    private void completionDetails(@Nullable Usage usage) {
        out.number("reasoning_tokens", usage == null ? null : usage.reasoning());
        out.number("accepted_prediction_tokens", usage == null ? null : usage.acceptedPrediction());
        out.number("rejected_prediction_tokens", usage == null ? null : usage.rejectedPrediction());
        out.number("audio_tokens", usage == null ? null : usage.audioOutput());
    }

    private static @Nullable BigDecimal timePerToken(ExchangeSummary summary, @Nullable Long completion) {
        Long latency = RecordWriter.millis(summary.timings().upstreamTime());
        if (latency == null || completion == null || completion == 0) return null;
        return BigDecimal.valueOf(latency).divide(BigDecimal.valueOf(completion), RATIO);
    }

    /** An answer that was not streamed has its first token with its first byte, which is what Kong logs for it. */
    private static @Nullable Duration firstToken(ExchangeSummary summary) {
        if (summary.request().stream()) return summary.timings().ttft();
        return reported(summary) == null ? null : summary.timings().ttfb();
    }
}
