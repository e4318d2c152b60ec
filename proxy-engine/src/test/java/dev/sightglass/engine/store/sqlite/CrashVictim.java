package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Records exchanges until it is killed, and tells on standard output which it has finished, each some time after it is known
 * to be in the file. Its texts follow from the exchange's number, so that whoever reads the store can tell them.
 */
public final class CrashVictim {
    private CrashVictim() {}

    public static void main(String[] args) {
        SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(Path.of(args[0])));
        System.out.println("ready");
        ExchangeId[] open = new ExchangeId[3];
        for (int round = 0; ; round++) {
            int place = round % open.length;
            if (open[place] != null) finish(store, open[place]);
            open[place] = start(store);
            if (round % 7 == 0) tellFinished(store, open);
            LockSupport.parkNanos(300_000);
        }
    }

    private static void tellFinished(SqliteExchangeStore store, ExchangeId[] open) {
        long below = Long.MAX_VALUE;
        for (ExchangeId id : open) if (id != null) below = Math.min(below, id.number());
        if (store.flush()) System.out.println("finished " + (below - 1));
        System.out.flush();
    }

    private static ExchangeId start(SqliteExchangeStore store) {
        ExchangeId id = store.nextId();
        store.save(SampleExchanges.inFlight(id));
        BodyRef request = new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0);
        store.append(request, 1_000, request(id).getBytes(StandardCharsets.UTF_8));
        store.finishBody(request);
        BodyRef answer = new BodyRef(id, BodyPart.DOWNSTREAM_RESPONSE, 0);
        String text = answer(id);
        store.append(answer, 2_000_000, text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private static void finish(SqliteExchangeStore store, ExchangeId id) {
        BodyRef answer = new BodyRef(id, BodyPart.DOWNSTREAM_RESPONSE, 0);
        String text = answer(id);
        store.append(answer, 9_000_000, text.substring(text.length() / 2).getBytes(StandardCharsets.UTF_8));
        store.finishBody(answer);
        store.save(SampleExchanges.succeeded(id));
    }

    static String request(ExchangeId id) {
        StringBuilder body = new StringBuilder("{\"model\":\"m\",\"messages\":[");
        for (long i = Math.max(1, id.number() - 30); i <= id.number(); i++)
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",")
                    .append("{\"role\":\"user\",\"content\":\"")
                    .append(words(i))
                    .append("\"}");
        return body.append("]}").toString();
    }

    static String answer(ExchangeId id) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 20; i++)
            body.append("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":{\"text\":\"")
                    .append(words(id.number() * 20 + i))
                    .append("\"}}\n\n");
        return body.toString();
    }

    private static String words(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++)
            text.append(Long.toString(random.nextLong(1 << 24), 36)).append(' ');
        return text.toString();
    }
}
