package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import java.util.List;
import java.util.SplittableRandom;

/** Gives a store exchanges in the order in which the recorder does, with arrival times as streams have them. */
final class BenchRecorder {
    private final SqliteExchangeStore store;
    private final SplittableRandom random = new SplittableRandom(7);
    long requestBytes;
    long upstreamBytes;
    long answerBytes;

    BenchRecorder(SqliteExchangeStore store) {
        this.store = store;
    }

    ExchangeId record(BenchConversation.Bodies bodies) {
        ExchangeId id = store.nextId();
        store.save(SampleExchanges.inFlight(id));
        whole(new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0), bodies.request());
        whole(new BodyRef(id, BodyPart.UPSTREAM_REQUEST, 1), bodies.upstreamRequest());
        store.save(SampleExchanges.inFlight(id));
        stream(id, bodies.upstreamAnswer(), bodies.answer());
        store.save(SampleExchanges.succeeded(id));
        requestBytes += bodies.request().length;
        upstreamBytes += bodies.upstreamRequest().length;
        return id;
    }

    private void whole(BodyRef ref, byte[] bytes) {
        store.append(ref, 1_000_000, bytes);
        store.finishBody(ref);
    }

    private void stream(ExchangeId id, List<byte[]> chunks, List<byte[]> events) {
        BodyRef upstream = new BodyRef(id, BodyPart.UPSTREAM_RESPONSE, 1);
        BodyRef downstream = new BodyRef(id, BodyPart.DOWNSTREAM_RESPONSE, 0);
        long at = 400_000_000 + random.nextLong(500_000_000);
        int sent = 0;
        for (int i = 0; i < chunks.size(); i++) {
            at += 6_000_000 + random.nextLong(8_000_000);
            store.append(upstream, at, chunks.get(i));
            answerBytes += chunks.get(i).length;
            long due = (long) (i + 1) * events.size() / chunks.size();
            for (; sent < due; sent++) {
                store.append(downstream, at + 40_000 + random.nextLong(160_000), events.get(sent));
                answerBytes += events.get(sent).length;
            }
        }
        store.finishBody(upstream);
        store.finishBody(downstream);
    }
}
