package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.ByteSource;
import java.util.ArrayList;
import java.util.List;

/**
 * How to put a request body together: bytes of its own (glue), pieces, and runs (lists of pieces kept once), end to end;
 * then patches put in at their places, in order.
 */
record Recipe(List<Item> items, List<Patch> patches) {
    /** Something that gives bytes. */
    sealed interface Item {}

    /** The next {@code length} bytes of the body's own. */
    record Glue(int length) implements Item {}

    record Piece(long ref) implements Item {}

    record Run(long id) implements Item {}

    /**
     * The next {@code length} bytes of the body's own belong before {@code position}, counted without patches.
     */
    record Patch(int position, int length) {}

    byte[] encode() {
        ByteSink sink = new ByteSink();
        encode(items, sink);
        sink.number(patches.size());
        int at = 0;
        for (Patch patch : patches) {
            sink.number(patch.position - at).number(patch.length);
            at = patch.position;
        }
        return sink.toBytes();
    }

    /** The items of a recipe; none when it is damaged, since nothing can be read by it any more. */
    static List<Item> items(byte[] form) {
        try {
            return decode(form).items();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    static Recipe decode(byte[] form) {
        ByteSource source = new ByteSource(form);
        List<Item> items = decodeItems(source);
        int count = source.count();
        List<Patch> patches = new ArrayList<>(count);
        int at = 0;
        for (int i = 0; i < count; i++) {
            at += (int) source.number();
            patches.add(new Patch(at, (int) source.number()));
        }
        return new Recipe(items, patches);
    }

    /** Refs come mostly in order, so each tells its distance from the one before. */
    static void encode(List<Item> items, ByteSink sink) {
        sink.number(items.size());
        long ref = 0;
        long run = 0;
        for (Item item : items) {
            switch (item) {
                case Glue glue -> sink.number((long) glue.length << 2);
                case Piece piece -> {
                    sink.number(ByteSink.zigzag(piece.ref - ref) << 2 | 1);
                    ref = piece.ref;
                }
                case Run r -> {
                    sink.number(ByteSink.zigzag(r.id - run) << 2 | 2);
                    run = r.id;
                }
            }
        }
    }

    static List<Item> decodeItems(ByteSource source) {
        int count = source.count();
        List<Item> items = new ArrayList<>(count);
        long ref = 0;
        long run = 0;
        for (int i = 0; i < count; i++) {
            long code = source.number();
            switch ((int) (code & 3)) {
                case 0 -> items.add(new Glue((int) (code >>> 2)));
                case 1 -> items.add(new Piece(ref += ByteSource.unzigzag(code >>> 2)));
                case 2 -> items.add(new Run(run += ByteSource.unzigzag(code >>> 2)));
                default -> throw new IllegalArgumentException("a stored recipe is damaged");
            }
        }
        return items;
    }
}
