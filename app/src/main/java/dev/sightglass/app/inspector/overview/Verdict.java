package dev.sightglass.app.inspector.overview;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.format.Human;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an exchange stands or ended, and what to do about it, in sentences. */
record Verdict(String sentence, @Nullable String hint) {

    static Verdict of(ExchangeSummary exchange) {
        return switch (exchange.outcome()) {
            case Outcome.InFlight _ -> new Verdict(running(exchange), null);
            case Outcome.Succeeded _ ->
                new Verdict(
                        text("verdict.succeeded"), stopHint(exchange.answer().stopReason()));
            case Outcome.ApiError error -> apiError(error);
            case Outcome.TransportError error ->
                new Verdict(
                        text("verdict.transport." + party(error), error.message()),
                        text("hint.transport." + error.kind().name().toLowerCase(Locale.ROOT)));
            case Outcome.Cancelled cancelled -> new Verdict(text("verdict.cancelled"), cancelled.message());
            case Outcome.Rejected rejected ->
                new Verdict(text("verdict.rejected", rejected.message()), text("hint.rejected"));
            case Outcome.Interrupted interrupted -> new Verdict(interrupted.message(), null);
        };
    }

    private static String party(Outcome.TransportError error) {
        return error.endedBy().name().toLowerCase(Locale.ROOT);
    }

    private static String running(ExchangeSummary exchange) {
        if (exchange.streaming()) return text("verdict.streaming", Human.bytes(exchange.upstreamResponseSize()));
        return exchange.attempts() > 0 ? text("verdict.waiting") : text("verdict.reading");
    }

    private static @Nullable String stopHint(@Nullable String stopReason) {
        if (stopReason == null) return null;
        return switch (stopReason) {
            case "max_tokens" -> text("hint.stop.maxTokens");
            case "refusal" -> text("hint.stop.refusal");
            default -> null;
        };
    }

    /** The verdict where a card beside it tells the cause. */
    static String brief(ExchangeSummary exchange) {
        if (!(exchange.outcome() instanceof Outcome.ApiError error))
            return of(exchange).sentence();
        String named = error.code() == null ? "" : " " + error.code();
        return error.status() == 200
                ? text("verdict.apiErrorInStream.brief", named.strip())
                : text("verdict.apiError.brief", Integer.toString(error.status()), named);
    }

    private static Verdict apiError(Outcome.ApiError error) {
        String code = error.code();
        String named = code == null ? "" : " " + code;
        String sentence = error.status() == 200
                ? text("verdict.apiErrorInStream", named.strip(), error.message())
                : text("verdict.apiError", Integer.toString(error.status()), named, error.message());
        return new Verdict(sentence, ErrorFix.of(error.status(), code, null, null, error.message()));
    }
}
