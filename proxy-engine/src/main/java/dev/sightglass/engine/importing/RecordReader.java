package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawDocument;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.export.json.OwnSection;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.TranslationNote;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the JSON export writes, and log entries of Kong AI Gateway, which lack the part {@code sightglass}. */
final class RecordReader {
    private RecordReader() {}

    /** @param number the exchange's number when the record has none */
    static ImportedExchange read(byte[] json, long number) throws MalformedJson {
        Node record = Node.of(RawDocument.read(json, Set.of()).fields());
        Node own = record.object("sightglass");
        Node called = record.object("request");
        if (!own.present() && !called.present())
            throw new MalformedJson("it is no record of an exchange: it has neither \"sightglass\" nor \"request\"");
        if (own.number("format", OwnSection.FORMAT) > OwnSection.FORMAT)
            throw new MalformedJson("it was written by a newer version of Sightglass; update to open it");
        String method = record.text("method", "GET");
        String clientIp = record.text("client_ip", "");
        Instant started = started(own.text("started_at"), record.number("started_at", 0));
        Node ai = record.object("ai");
        MetaReader meta = new MetaReader(ai.object("meta"), ai.object("usage"));
        Node payload = ai.object("payload");
        ExchangeId id = new ExchangeId(Math.max(1, own.number("id", number)));
        LegReader legs = new LegReader(id, payload, called, record.object("response"), method);
        Node sizes = own.object("sizes");
        Node request = own.object("request");
        Long status = own.number("status");
        List<TranslationNote> notes = notes(own.array("notes"));
        ClientInfo client = client(own, clientIp);
        AnswerFacts answer = answer(own, meta);
        RequestFacts facts = request(request, meta, method, legs.path());
        var outcome = OutcomeReader.read(own);
        Annotation annotation = annotation(own.object("annotation"));
        Timings timings = timings(own.object("timings"));
        var route = meta.route(own.object("route"));
        legs.read(own);
        ExchangeSummary summary = new ExchangeSummary(
                id,
                ExchangeSummary.nanosOf(started),
                client,
                facts,
                route,
                answer,
                timings,
                outcome,
                status == null ? legs.status() : status.intValue(),
                sizes.number("request", legs.downstream().requestBody().size()),
                sizes.number("response", legs.downstream().responseBody().size()),
                sizes.number("upstream_request", 0),
                sizes.number("upstream_response", 0),
                legs.attempts().size(),
                notes.size(),
                annotation);
        return new ImportedExchange(new Exchange(summary, legs.downstream(), legs.attempts(), notes), legs.bodies());
    }

    private static Instant started(@Nullable String exact, long millis) {
        if (exact == null) return Instant.ofEpochMilli(millis);
        try {
            return Instant.parse(exact);
        } catch (DateTimeException _) {
            return Instant.ofEpochMilli(millis);
        }
    }

    private static ClientInfo client(Node own, String address) throws MalformedJson {
        Node agent = own.object("agent");
        return new ClientInfo(
                address,
                own.text("user_agent"),
                own.text("session"),
                agent.text("id"),
                agent.text("parent"),
                agent.text("type"),
                own.text("prompt_id"),
                own.text("request_class"));
    }

    private static RequestFacts request(Node request, MetaReader meta, String method, String path)
            throws MalformedJson {
        return new RequestFacts(
                request.word("endpoint", RequestFacts.Endpoint.class, RequestFacts.Endpoint.OTHER),
                method,
                request.text("path", path),
                meta.requestModel(),
                request.present() ? request.truth("stream") : meta.stream(),
                (int) request.number("messages", 0),
                (int) request.number("tools", 0),
                request.integer("max_tokens"),
                request.text("effort"),
                request.text("title"),
                prompt(request.object("prompt")));
    }

    private static @Nullable PromptFacts prompt(Node prompt) throws MalformedJson {
        if (!prompt.present()) return null;
        return new PromptFacts(
                prompt.text("working_folder"),
                prompt.number("opening", 0),
                (int) prompt.number("number", 0),
                prompt.number("fingerprint", 0),
                prompt.texts("failed_tools"));
    }

    private static AnswerFacts answer(Node own, MetaReader meta) throws MalformedJson {
        Node answer = own.object("answer");
        return new AnswerFacts(
                answer.text("id"),
                meta.responseModel(),
                own.text("stop_reason"),
                answer.text("upstream_finish"),
                own.texts("tools_called"),
                meta.usage(answer.object("usage"), own.present()));
    }

    private static Timings timings(Node timings) throws MalformedJson {
        return new Timings(
                timings.nanos("request_read"),
                timings.nanos("upstream_sent"),
                timings.nanos("upstream_head"),
                timings.nanos("first_upstream_byte"),
                timings.nanos("first_content"),
                timings.nanos("last_upstream_byte"),
                timings.nanos("ended"));
    }

    private static Annotation annotation(Node annotation) throws MalformedJson {
        return new Annotation(annotation.truth("pinned"), annotation.text("colour"), annotation.text("note"));
    }

    private static List<TranslationNote> notes(List<RawValue> values) throws MalformedJson {
        List<TranslationNote> notes = new ArrayList<>();
        for (RawValue value : values) {
            Node note = Node.of(value);
            notes.add(new TranslationNote(
                    note.word("direction", TranslationNote.Direction.class, TranslationNote.Direction.REQUEST),
                    note.text("path", ""),
                    note.text("target_path"),
                    note.word("action", TranslationNote.Action.class, TranslationNote.Action.REPLACED),
                    note.text("reason", "")));
        }
        return notes;
    }
}
