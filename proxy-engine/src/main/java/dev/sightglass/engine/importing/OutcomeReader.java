package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;

/** Reads what {@link dev.sightglass.engine.export.json.OutcomeFields} writes. */
final class OutcomeReader {
    private OutcomeReader() {}

    /** A record without an outcome is one of Kong's, which logs what was answered. */
    static Outcome read(Node own) throws MalformedJson {
        String label = own.text("outcome", "succeeded");
        String message = own.text("message", "");
        Party endedBy = own.word("ended_by", Party.class, Party.UPSTREAM);
        Node error = own.object("error");
        return switch (label) {
            case "succeeded" -> Outcome.SUCCEEDED;
            case "api_error" -> new Outcome.ApiError((int) error.number("status", 0), error.text("code"), message);
            case "transport_error" ->
                new Outcome.TransportError(
                        error.word("kind", Outcome.Kind.class, Outcome.Kind.INTERNAL), endedBy, message);
            case "cancelled" -> new Outcome.Cancelled(message);
            case "rejected" -> new Outcome.Rejected((int) error.number("status", 0), error.text("reason", ""), message);
            case "in_flight" -> Outcome.IN_FLIGHT;
            default -> new Outcome.Interrupted();
        };
    }
}
