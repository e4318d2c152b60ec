package dev.sightglass.engine.importing;

import dev.sightglass.engine.importing.ImportRefused.Place;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a file into objects without holding more than one: an array of objects, one object a line, objects one after the
 * other as {@code jq} prints them, or the entries of an HTTP archive.
 */
final class RecordSplitter implements Closeable {
    /** Two bodies of 64 MB on either leg, escaped, and room. */
    private static final int MOST_BYTES = 1 << 29;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private long passed;
    private long line = 1;
    private Place place = Place.START;
    private boolean archive;

    RecordSplitter(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the first of an HTTP archive's entries: the array {@code log.entries}.
     *
     * @throws IOException when there is none
     */
    void enterArchive() throws IOException {
        archive = true;
        int depth = 0;
        String name = "";
        for (int c = read(); c >= 0; c = read()) {
            if (c == '"') name = string();
            else if (c == '{') depth++;
            else if (c == '}') depth--;
            else if (c == '[' && depth == 2 && name.equals("entries")) return;
            else if (c == '[') skipArray();
            else if (c == ',') name = "";
        }
        throw new ImportRefused("The archive has no list \"log.entries\", or ends before it", here());
    }

    /**
     * The next object's bytes, not yet known to be well formed; empty at the end.
     *
     * @throws IOException when something else than an object stands there, or the file ends inside one
     */
    Optional<byte[]> next() throws IOException {
        int first = start();
        if (first < 0) return Optional.empty();
        place = new Place(line, passed + position - 1);
        return Optional.of(object());
    }

    /** Where the object given last begins. */
    Place place() {
        return place;
    }

    /** Passes over what may stand between objects. */
    private int start() throws IOException {
        while (true) {
            int c = read();
            if (c < 0 && archive) throw new ImportRefused("The archive ends inside its list of entries", here());
            if (c < 0 || c == '{') return c;
            if (archive && c == ']') return -1;
            boolean between = c <= ' ' || c == ',' || c == '[' || c == ']' || c == 0x1E || c >= 0xBB;
            if (!between)
                throw new ImportRefused(
                        "Something else than a record stands here, beginning with \"" + (char) c + "\"", here());
        }
    }

    private byte[] object() throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write('{');
        int depth = 1;
        boolean string = false;
        while (depth > 0) {
            int c = read();
            if (c < 0) throw new ImportRefused("The file ends inside a record, which begins at " + place, here());
            object.write(c);
            if (object.size() > MOST_BYTES) throw new ImportRefused("A record is larger than 512 MB", place);
            if (string) {
                if (c == '\\') object.write(Math.max(0, read()));
                else string = c != '"';
            } else if (c == '"') string = true;
            else if (c == '{') depth++;
            else if (c == '}') depth--;
        }
        return object.toByteArray();
    }

    private String string() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = read(); c >= 0 && c != '"'; c = read()) {
            if (c == '\\') read();
            else if (text.length() < 64) text.append((char) c);
        }
        return text.toString();
    }

    private void skipArray() throws IOException {
        int depth = 1;
        while (depth > 0) {
            int c = read();
            if (c < 0) return;
            if (c == '"') string();
            else if (c == '[') depth++;
            else if (c == ']') depth--;
        }
    }

    private Place here() {
        return new Place(line, passed + position);
    }

    private int read() throws IOException {
        if (position == filled) {
            passed += filled;
            position = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) return -1;
        }
        int c = buffer[position++] & 0xFF;
        if (c == '\n') line++;
        return c;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
