package dev.sightglass.engine.store.sqlite;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that records what another process makes up and sends it, so that its memory is the recording's own. Tells its
 * memory when the store is open and after every {@link #STEP} exchanges.
 */
final class RecordingProcess {
    static final int STEP = 500;
    private static final int AT_ONCE = 20;

    private RecordingProcess() {}

    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        try (SqliteExchangeStore store =
                SqliteExchangeStore.open(StoreOptions.writing(Path.of(args[0])).keeping(100L << 30, null))) {
            StoreProcess.tell("rss kB open", StoreProcess.kilobytes("VmRSS:"));
            BenchRecorder recorder = new BenchRecorder(store);
            int count = 0;
            while (in.readBoolean()) {
                recorder.record(new BenchConversation.Bodies(block(in), block(in), blocks(in), blocks(in)));
                // Real traffic leaves the writing thread time; here it would fall behind by all that it may.
                if (++count % AT_ONCE == 0) store.flush();
                if (count % STEP == 0) StoreProcess.tell(rssAfter(count), StoreProcess.kilobytes("VmRSS:"));
            }
            store.flush();
            StoreProcess.tell("exchanges", count);
            System.gc();
            StoreProcess.tell(
                    "live heap kB",
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 10);
        }
    }

    /** The name of what is told after so many exchanges. */
    static String rssAfter(int exchanges) {
        return "rss kB after " + exchanges;
    }

    static void send(DataOutputStream out, BenchConversation.Bodies bodies) throws IOException {
        out.writeBoolean(true);
        block(out, bodies.request());
        block(out, bodies.upstreamRequest());
        blocks(out, bodies.upstreamAnswer());
        blocks(out, bodies.answer());
    }

    private static byte[] block(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static List<byte[]> blocks(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<byte[]> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) blocks.add(block(in));
        return blocks;
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void blocks(DataOutputStream out, List<byte[]> blocks) throws IOException {
        out.writeInt(blocks.size());
        for (byte[] block : blocks) block(out, block);
    }
}
