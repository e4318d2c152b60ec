package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.ByteSource;
import java.util.Arrays;
import java.util.List;

/**
 * Pieces that were new at one time, compressed together. A piece's ref is its pack's number and its place in it.
 *
 * @param raw the pieces end to end, after their number and lengths
 * @param starts where each piece starts in {@code raw}, and where the last one ends
 */
record Pack(long id, byte[] raw, int[] starts) {
    private static final int PLACE_BITS = 12;
    static final int MOST_PIECES = 1 << PLACE_BITS;

    static long ref(long pack, int place) {
        return pack << PLACE_BITS | place;
    }

    static long packOf(long ref) {
        return ref >>> PLACE_BITS;
    }

    static int placeOf(long ref) {
        return (int) (ref & (MOST_PIECES - 1));
    }

    static byte[] encode(List<byte[]> pieces) {
        int bytes = pieces.stream().mapToInt(p -> p.length).sum();
        ByteSink sink = new ByteSink(bytes + pieces.size() * 3 + 3).number(pieces.size());
        for (byte[] piece : pieces) sink.number(piece.length);
        for (byte[] piece : pieces) sink.put(piece);
        return sink.toBytes();
    }

    static Pack decode(long id, byte[] raw) {
        ByteSource source = new ByteSource(raw);
        int[] starts = new int[source.count() + 1];
        for (int i = 1; i < starts.length; i++) starts[i] = source.count();
        starts[0] = source.position();
        for (int i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
        if (starts[starts.length - 1] != raw.length) throw new IllegalArgumentException("pack " + id + " is damaged");
        return new Pack(id, raw, starts);
    }

    int count() {
        return starts.length - 1;
    }

    int length(int place) {
        return starts[place + 1] - starts[place];
    }

    byte[] piece(int place) {
        if (place >= count()) throw new IllegalArgumentException("pack " + id + " has no piece " + place);
        return Arrays.copyOfRange(raw, starts[place], starts[place + 1]);
    }
}
