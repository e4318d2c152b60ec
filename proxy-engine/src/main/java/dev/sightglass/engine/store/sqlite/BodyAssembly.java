package dev.sightglass.engine.store.sqlite;

import java.util.Arrays;
import java.util.List;

/**
 * Puts a request's body together, each byte copied once: what is given, end to end, and the recipe's patches at their places.
 * Throws an IllegalArgumentException or IndexOutOfBoundsException when what is given cannot be what the recipe was made for.
 */
final class BodyAssembly {
    /** A larger size is believed as far as bytes come: it may be damaged. */
    private static final int MOST_BELIEVED = 16 << 20;

    private final int size;
    private final byte[] own;
    private final List<Recipe.Patch> patches;
    private byte[] bytes;
    private int at;
    /** How much was put without patches, which is what their places count. */
    private int clean;

    private int nextPatch;
    /** Where the next of the body's own bytes are: all glue, then all patches. */
    private int glueAt;

    private int patchAt;

    /** @param ownPlace where in {@code ownPack} the body's own bytes are */
    BodyAssembly(int size, Recipe recipe, Pack ownPack, int ownPlace) {
        if (size < 0) throw new IllegalArgumentException("a body of " + size + " bytes is damaged");
        this.size = size;
        bytes = new byte[Math.min(size, MOST_BELIEVED)];
        patches = recipe.patches();
        own = ownPack.raw();
        glueAt = ownPack.starts()[ownPlace];
        patchAt = glueAt;
        for (Recipe.Item item : recipe.items()) if (item instanceof Recipe.Glue glue) patchAt += glue.length();
    }

    /** The next of the body's own bytes. */
    void glue(int length) {
        put(own, glueAt, glueAt + length);
        glueAt += length;
    }

    void piece(Pack pack, int place) {
        put(pack.raw(), pack.starts()[place], pack.starts()[place + 1]);
    }

    /** The whole body. */
    byte[] bytes() {
        if (at != size || nextPatch < patches.size()) throw new IllegalArgumentException("a body's recipe is damaged");
        return bytes;
    }

    private void put(byte[] from, int start, int end) {
        int next = start;
        while (nextPatch < patches.size() && patches.get(nextPatch).position() <= clean + end - next) {
            Recipe.Patch patch = patches.get(nextPatch++);
            int before = patch.position() - clean;
            copy(from, next, before);
            next += before;
            clean += before;
            copy(own, patchAt, patch.length());
            patchAt += patch.length();
        }
        copy(from, next, end - next);
        clean += end - next;
    }

    private void copy(byte[] from, int start, int length) {
        if (length < 0 || length > size - at) throw new IllegalArgumentException("a body's recipe is damaged");
        if (at + length > bytes.length)
            bytes = Arrays.copyOf(bytes, (int) Math.min(size, Math.max(at + length, bytes.length * 2L)));
        System.arraycopy(from, start, bytes, at, length);
        at += length;
    }
}
