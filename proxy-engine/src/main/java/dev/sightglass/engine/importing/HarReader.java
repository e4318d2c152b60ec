package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawDocument;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an entry of an HTTP archive: one of our own with all that it says beyond the archive's form, or one of another
 * program's, of which only the client's leg is known.
 */
final class HarReader {
    private final Node entry;
    private final Node own;
    private final ExchangeId id;
    private final Map<BodyRef, RecordedBody> bodies = new HashMap<>();

    private HarReader(Node entry, long number) throws MalformedJson {
        this.entry = entry;
        this.own = entry.object("_sightglass");
        this.id = new ExchangeId(Math.max(1, own.number("id", number)));
    }

    /** @param number the exchange's number when the entry has none */
    static ImportedExchange read(byte[] json, long number) throws MalformedJson {
        return new HarReader(Node.of(RawDocument.read(json, Set.of()).fields()), number).read();
    }

    private ImportedExchange read() throws MalformedJson {
        Instant started = instant(entry.text("startedDateTime"));
        HarLeg down = HarLeg.read(entry, false);
        if (down == null) throw new MalformedJson("it is no entry of an archive: it has no \"request\"");
        keep(down, BodyPart.DOWNSTREAM_REQUEST, BodyPart.DOWNSTREAM_RESPONSE, 0);
        List<Attempt> attempts = attempts(started);
        List<TranslationNote> notes = notes();
        Timings timings = down.timings(own.nanos("first_content"), attempts);
        HarFacts facts = new HarFacts(down, own);
        ExchangeSummary summary = new ExchangeSummary(
                id,
                ExchangeSummary.nanosOf(started),
                facts.client(),
                facts.request(),
                route(attempts),
                answer(),
                timings,
                outcome(down),
                down.status(),
                down.leg().requestBody().size(),
                down.leg().responseBody().size(),
                attempts.isEmpty() ? 0 : attempts.getLast().leg().requestBody().size(),
                attempts.isEmpty() ? 0 : attempts.getLast().leg().responseBody().size(),
                attempts.size(),
                notes.size(),
                Annotation.NONE);
        return new ImportedExchange(new Exchange(summary, down.leg(), attempts, notes), bodies);
    }

    private void keep(HarLeg leg, BodyPart request, BodyPart response, int attempt) {
        if (leg.request().bytes().length > 0) bodies.put(new BodyRef(id, request, attempt), leg.request());
        if (leg.response().bytes().length > 0) bodies.put(new BodyRef(id, response, attempt), leg.response());
    }

    private List<Attempt> attempts(Instant started) throws MalformedJson {
        List<Attempt> attempts = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (RawValue earlier : entry.array("_earlierAttempts")) nodes.add(Node.of(earlier));
        nodes.add(entry.object("_upstream"));
        for (Node node : nodes) {
            HarLeg leg = HarLeg.read(node, true);
            if (leg == null) continue;
            int number = (int) node.number("_attempt", attempts.size() + 1L);
            keep(leg, BodyPart.UPSTREAM_REQUEST, BodyPart.UPSTREAM_RESPONSE, number);
            long sent = Math.max(
                    0,
                    Duration.between(started, instant(node.text("startedDateTime")))
                            .toNanos());
            attempts.add(new Attempt(number, leg.leg(), sent, sent + leg.total(), node.text("_reason"), leg.failure()));
        }
        return attempts;
    }

    private @Nullable Route route(List<Attempt> attempts) throws MalformedJson {
        String name = own.text("deployment");
        if (name == null) return null;
        String option = own.text("upstream", "");
        UpstreamKind kind = Arrays.stream(UpstreamKind.values())
                .filter(each -> each.option().equals(option))
                .findFirst()
                .orElse(UpstreamKind.CHAT);
        String endpoint = attempts.isEmpty() ? "" : origin(attempts.getLast().leg());
        Deployment to =
                new Deployment(name, kind, endpoint, null, own.text("api_version", ""), ModelFamily.OTHER, null);
        return new Route(own.text("requested_model", ""), to, own.text("route_reason", ""));
    }

    private static String origin(Leg leg) {
        return leg.request().uri().replaceFirst("^(https?://[^/]*).*$", "$1");
    }

    private AnswerFacts answer() throws MalformedJson {
        Node usage = own.object("usage");
        return new AnswerFacts(
                null,
                own.text("reported_model"),
                own.text("stop_reason"),
                null,
                own.texts("tools_called"),
                usage.present() ? usage(usage) : null);
    }

    private static Usage usage(Node usage) throws MalformedJson {
        return new Usage(
                usage.word("source", Usage.Source.class, Usage.Source.ESTIMATED),
                usage.number("input_tokens"),
                usage.number("cache_read_input_tokens"),
                usage.number("cache_creation_input_tokens"),
                null,
                usage.number("output_tokens"),
                usage.number("reasoning_tokens"),
                null,
                null,
                null,
                null);
    }

    /** Another program's archive says no more than the status. */
    private Outcome outcome(HarLeg down) throws MalformedJson {
        if (own.present()) return OutcomeReader.read(own);
        ResponseHead head = down.leg().response();
        if (head == null) return new Outcome.Interrupted();
        String message = "Status " + head.status();
        return head.status() < 400 ? Outcome.SUCCEEDED : new Outcome.ApiError(head.status(), null, message);
    }

    private List<TranslationNote> notes() throws MalformedJson {
        List<TranslationNote> notes = new ArrayList<>();
        for (RawValue value : own.array("notes")) {
            Node note = Node.of(value);
            notes.add(new TranslationNote(
                    TranslationNote.Direction.REQUEST,
                    note.text("path", ""),
                    note.text("target_path"),
                    note.word("action", TranslationNote.Action.class, TranslationNote.Action.REPLACED),
                    note.text("reason", "")));
        }
        return notes;
    }

    private static Instant instant(@Nullable String time) throws MalformedJson {
        if (time == null) return Instant.EPOCH;
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedJson("startedDateTime is no time: \"" + time + "\"");
        }
    }
}
