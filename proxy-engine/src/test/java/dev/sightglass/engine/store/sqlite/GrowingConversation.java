package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * A conversation that grows, so that its exchanges share pieces and runs; what each of them must say can be reckoned from its
 * number.
 */
final class GrowingConversation {
    private GrowingConversation() {}

    static BodyRef request(long number) {
        return new BodyRef(new ExchangeId(number), BodyPart.DOWNSTREAM_REQUEST, 0);
    }

    static BodyRef answer(long number) {
        return new BodyRef(new ExchangeId(number), BodyPart.DOWNSTREAM_RESPONSE, 0);
    }

    /** What a body must say. */
    static String text(BodyRef ref) {
        long number = ref.exchange().number();
        return ref.part() == BodyPart.DOWNSTREAM_REQUEST ? requestText(number) : answerText(number);
    }

    private static String requestText(long number) {
        StringBuilder body = new StringBuilder("{\"model\":\"m\",\"messages\":[");
        for (long i = 1; i <= number; i++)
            body.append(i == 1 ? "" : ",")
                    .append("{\"role\":\"user\",\"content\":\"")
                    .append(noise(i, 90))
                    .append("\"}");
        return body.append("]}").toString();
    }

    private static String answerText(long number) {
        return "data: {\"text\":\"" + noise(number * 1_000, 300) + " heliotrope\"}\n\n";
    }

    private static String noise(long seed, int words) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++)
            text.append(Long.toString(random.nextLong(1L << 40), 36)).append(' ');
        return text.toString();
    }

    /** Records the next exchange. */
    static void record(SqliteExchangeStore store) {
        ExchangeId id = store.nextId();
        store.save(SampleExchanges.inFlight(id));
        put(store, request(id.number()), requestText(id.number()));
        put(store, answer(id.number()), answerText(id.number()));
        store.save(SampleExchanges.exchange(
                id, Outcome.SUCCEEDED, new Body.Captured(answerText(id.number()).length()), SampleExchanges.STARTED));
    }

    static void put(SqliteExchangeStore store, BodyRef ref, String text) {
        store.append(ref, 1_000_000, text.getBytes(StandardCharsets.US_ASCII));
        store.finishBody(ref);
    }

    /** Reads everything; returns how many bodies are whole. Others must say that they are not there. */
    static int checkBodies(SqliteExchangeStore store) {
        int whole = 0;
        for (ExchangeSummary summary : store.newest(1_000, null)) {
            long number = summary.id().number();
            assertThat(store.find(summary.id())).isPresent();
            whole += check(store, request(number), requestText(number));
            whole += check(store, answer(number), answerText(number));
        }
        return whole;
    }

    private static int check(SqliteExchangeStore store, BodyRef ref, String wanted) {
        RecordedBody body = store.body(ref);
        if (body.body() instanceof Body.NotCaptured missing) {
            assertThat(missing.reason()).isEqualTo(Body.Reason.STORE_FAILED);
            return 0;
        }
        assertThat(new String(body.bytes(), StandardCharsets.US_ASCII)).isEqualTo(wanted);
        return 1;
    }
}
