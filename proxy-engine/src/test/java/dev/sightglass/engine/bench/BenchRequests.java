package dev.sightglass.engine.bench;

import dev.sightglass.engine.store.sqlite.BenchConversation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests of growing conversations of about a size, each of them another, so that none is known from before. */
final class BenchRequests {
    private static final int CONVERSATIONS = 12;
    private static final int TURNS = 8;
    private final List<byte[]> bodies = new ArrayList<>();
    private int next;

    /** @param deployment also the model that is asked for */
    BenchRequests(int bytes, String deployment, boolean stream) {
        List<List<byte[]>> conversations = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            BenchConversation conversation = new BenchConversation(bytes + i, i);
            List<byte[]> turns = new ArrayList<>();
            while (turns.size() < TURNS) {
                byte[] body = conversation.next().request();
                if (body.length >= bytes - TURNS * 3_000) turns.add(named(body, deployment, stream));
            }
            conversations.add(turns);
        }
        for (int turn = 0; turn < TURNS; turn++)
            for (List<byte[]> conversation : conversations) bodies.add(conversation.get(turn));
    }

    private static byte[] named(byte[] body, String deployment, boolean stream) {
        String text = new String(body, StandardCharsets.UTF_8)
                .replaceFirst("\"model\":\"[^\"]*\"", "\"model\":\"" + deployment + "\"")
                .replaceFirst("\"stream\":true}$", "\"stream\":" + stream + "}");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    synchronized byte[] next() {
        return bodies.get(next++ % bodies.size());
    }
}
