package dev.sightglass.engine.export.json;

import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;

/** How an exchange ended, as fields of the record. */
public final class OutcomeFields {
    private final RecordOut out;

    public OutcomeFields(RecordOut out) {
        this.out = out;
    }

    public void write(Outcome outcome) {
        Party endedBy = outcome.endedBy();
        out.word("outcome", outcome.label());
        out.word("ended_by", endedBy == null ? null : Words.of(endedBy));
        out.text("message", outcome.message());
        switch (outcome) {
            case Outcome.ApiError error ->
                out.object("error", () -> {
                    out.number("status", error.status());
                    out.text("code", error.code());
                });
            case Outcome.TransportError error -> out.object("error", () -> out.word("kind", Words.of(error.kind())));
            case Outcome.Rejected rejected ->
                out.object("error", () -> {
                    out.number("status", rejected.status());
                    out.word("reason", rejected.reason());
                });
            case Outcome.InFlight _, Outcome.Succeeded _, Outcome.Cancelled _, Outcome.Interrupted _ ->
                out.nothing("error");
        }
    }
}
