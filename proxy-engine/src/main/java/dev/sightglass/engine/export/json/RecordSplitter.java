package dev.sightglass.engine.export.json;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a file into its top-level objects without holding more than one: an array of objects, one object a line, or objects
 * one after the other as {@code jq} prints them.
 */
final class RecordSplitter implements Closeable {
    /** Two bodies of 64 MB on either leg, escaped, and room. */
    private static final int MOST_BYTES = 1 << 29;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;

    RecordSplitter(InputStream in) {
        this.in = in;
    }

    /**
     * The next object's bytes, not yet known to be well formed; empty at the end.
     *
     * @throws IOException when something else than an object stands there, or the file ends inside one
     */
    Optional<byte[]> next() throws IOException {
        int first = start();
        return first < 0 ? Optional.empty() : Optional.of(object());
    }

    /** Passes over what may stand between objects. */
    private int start() throws IOException {
        while (true) {
            int c = read();
            if (c < 0 || c == '{') return c;
            boolean between = c <= ' ' || c == ',' || c == '[' || c == ']' || c == 0x1E || c >= 0xBB;
            if (!between) throw new IOException("it holds no JSON records: '" + (char) c + "' stands between them");
        }
    }

    private byte[] object() throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write('{');
        int depth = 1;
        boolean string = false;
        while (depth > 0) {
            int c = read();
            if (c < 0) throw new IOException("it ends inside a record");
            object.write(c);
            if (object.size() > MOST_BYTES) throw new IOException("a record is larger than 512 MB");
            if (string) {
                if (c == '\\') object.write(Math.max(0, read()));
                else string = c != '"';
            } else if (c == '"') string = true;
            else if (c == '{') depth++;
            else if (c == '}') depth--;
        }
        return object.toByteArray();
    }

    private int read() throws IOException {
        if (position == filled) {
            filled = in.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
