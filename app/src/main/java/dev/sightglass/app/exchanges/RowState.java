package dev.sightglass.app.exchanges;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.util.Locale;

/** What a row looks like: an outcome, or how far an exchange in flight has come. */
public enum RowState {
    PENDING,
    STREAMING,
    DONE,
    API_ERROR,
    TRANSPORT_ERROR,
    CANCELLED,
    REJECTED,
    INTERRUPTED;

    private final String cssName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public static RowState of(ExchangeSummary exchange) {
        return switch (exchange.outcome()) {
            case Outcome.InFlight _ -> exchange.streaming() ? STREAMING : PENDING;
            case Outcome.Succeeded _ -> DONE;
            case Outcome.ApiError _ -> API_ERROR;
            case Outcome.TransportError _ -> TRANSPORT_ERROR;
            case Outcome.Cancelled _ -> CANCELLED;
            case Outcome.Rejected _ -> REJECTED;
            case Outcome.Interrupted _ -> INTERRUPTED;
        };
    }

    /** The pseudo-class of rows in this state, such as {@code api-error}. */
    public String cssName() {
        return cssName;
    }

    public boolean inFlight() {
        return this == PENDING || this == STREAMING;
    }

    /** Whether this counts as an error in totals. */
    public boolean failed() {
        return this == API_ERROR || this == TRANSPORT_ERROR || this == REJECTED || this == INTERRUPTED;
    }

    /** One or two words for the table. */
    static String label(ExchangeSummary exchange) {
        return switch (exchange.outcome()) {
            case Outcome.InFlight _ -> Messages.text(exchange.streaming() ? "state.streaming" : "state.pending");
            case Outcome.Succeeded _ -> exchange.status() == 0 ? "" : Integer.toString(exchange.status());
            case Outcome.ApiError error -> Integer.toString(error.status()) + " " + Messages.text("state.error");
            case Outcome.TransportError error ->
                Messages.text("state.kind." + error.kind().name().toLowerCase(Locale.ROOT));
            case Outcome.Cancelled _ -> Messages.text("state.cancelled");
            case Outcome.Rejected rejected -> rejected.status() + " " + Messages.text("state.rejected");
            case Outcome.Interrupted _ -> Messages.text("state.interrupted");
        };
    }

    /** The whole story in a sentence or two. */
    static String story(ExchangeSummary exchange) {
        String label = label(exchange);
        String message = exchange.outcome().message();
        return message == null ? label : label + "\n" + message;
    }
}
