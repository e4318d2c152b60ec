package dev.sightglass.app.inspector.overview;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.engine.detail.ErrorBody;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.detail.FilterVerdict;
import dev.sightglass.engine.detail.FilterVerdicts;
import dev.sightglass.engine.detail.ReadBody;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an exchange failed, as far as Azure says.
 *
 * @param lines cause, field and what else the error names
 * @param fix what to do
 * @param raw Azure's answer as it came, or null when none did
 */
record ErrorCard(List<KeyValue> lines, String fix, @Nullable String raw) {

    /** What the overview reads besides the summary; not on the FX thread. */
    record Findings(@Nullable ErrorCard card, List<FilterVerdict> verdicts) {}

    static Findings find(ExchangeDetails details, ExchangeSummary summary) {
        Exchange exchange = details.find(summary).orElseThrow();
        int attempt = exchange.attempts().isEmpty()
                ? 0
                : exchange.attempts().getLast().number();
        ReadBody answer = details.body(exchange, BodyPart.UPSTREAM_RESPONSE, attempt);
        ErrorCard card = summary.outcome() instanceof Outcome.ApiError error
                ? of(error, ErrorBody.of(answer).orElse(null))
                : null;
        return new Findings(card, FilterVerdicts.of(answer));
    }

    static ErrorCard of(Outcome.ApiError error, @Nullable ErrorBody body) {
        List<KeyValue> lines = new ArrayList<>();
        String message = body == null || body.message() == null ? error.message() : body.message();
        lines.add(KeyValue.of(text("inspector.overview.error.cause"), message));
        String code = body == null || body.code() == null ? error.code() : body.code();
        add(lines, "inspector.overview.error.code", code);
        if (body != null) {
            add(lines, "inspector.overview.error.inner", body.inner());
            add(lines, "inspector.overview.error.type", body.type());
            add(lines, "inspector.overview.error.field", body.field());
        }
        String fix = ErrorFix.of(error.status(), code, body == null ? null : body.inner(), field(body), message);
        return new ErrorCard(List.copyOf(lines), fix, body == null ? null : body.raw());
    }

    private static @Nullable String field(@Nullable ErrorBody body) {
        return body == null ? null : body.field();
    }

    private static void add(List<KeyValue> lines, String key, @Nullable String value) {
        if (value != null) lines.add(KeyValue.mono(text(key), Objects.requireNonNull(value)));
    }
}
