package dev.sightglass.engine.detail;

import com.github.luben.zstd.ZstdInputStream;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Takes the content encoding off a recorded body and carries the arrival times over. */
public final class ContentDecoder {
    /** The most bytes that are decoded; a body that grows beyond it is shown as it came. */
    public static final int LIMIT = 128 << 20;

    /** From this size on a body must not be more than {@link #MOST_GROWTH} times what came over the wire. */
    private static final int HARMLESS = 8 << 20;

    /** No text that people write grows so much; what does is made to fill memory, and would fill an export. */
    private static final int MOST_GROWTH = 200;

    private ContentDecoder() {}

    /**
     * A body without its content encoding.
     *
     * @param bytes what could be decoded; of a body that was cut off, what came before the cut
     * @param whole false when the encoded bytes end too early or are damaged
     */
    public record Decoded(byte[] bytes, ArrivalMarks marks, boolean whole) {}

    /**
     * Decodes a body.
     *
     * @param encoding the {@code content-encoding} header's value; {@code identity} or empty for none
     * @return empty when the encoding is not known here (brotli, say), or the body grows beyond {@link #LIMIT} or out of all
     *     proportion
     */
    public static Optional<Decoded> decode(RecordedBody body, String encoding) {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("identity"))
            return Optional.of(new Decoded(body.bytes(), body.marks(), true));
        if (!name.equals("gzip") && !name.equals("x-gzip") && !name.equals("deflate") && !name.equals("zstd"))
            return Optional.empty();
        return decoded(body, name);
    }

    private static Optional<Decoded> decoded(RecordedBody body, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PieceStream pieces = new PieceStream(body, out);
        boolean whole = true;
        try (InputStream in = open(pieces, name)) {
            byte[] buffer = new byte[8192];
            int n;
            while ((n = in.read(buffer)) > 0) {
                out.write(buffer, 0, n);
                if (grewTooMuch(out.size(), body.bytes().length)) return Optional.empty();
            }
        } catch (IOException damaged) {
            // What was decoded until here is still worth showing; the caller learns that it is not all.
            whole = false;
        }
        return Optional.of(new Decoded(out.toByteArray(), pieces.marks(), whole));
    }

    private static boolean grewTooMuch(int size, int received) {
        return size > LIMIT || (size > HARMLESS && size / MOST_GROWTH > received);
    }

    private static InputStream open(PieceStream pieces, String name) throws IOException {
        return switch (name) {
            case "deflate" -> new InflaterInputStream(pieces);
            case "zstd" -> new ZstdInputStream(pieces);
            default -> new GZIPInputStream(pieces);
        };
    }

    /** Hands out the body piece by piece and notes how much had been decoded when the next piece was asked for. */
    private static final class PieceStream extends InputStream {
        private final byte[] bytes;
        private final ArrivalMarks from;
        private final ByteArrayOutputStream decoded;
        private final long[] ends;
        private int position;
        private int piece;

        PieceStream(RecordedBody body, ByteArrayOutputStream decoded) {
            this.bytes = body.bytes();
            this.from = body.marks();
            this.decoded = decoded;
            this.ends = new long[from.size()];
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            while (piece < ends.length && position >= from.ends()[piece]) ends[piece++] = decoded.size();
            if (position >= bytes.length) return -1;
            long end = piece < ends.length ? Math.min(from.ends()[piece], bytes.length) : bytes.length;
            int n = (int) Math.min(length, end - position);
            System.arraycopy(bytes, position, target, offset, n);
            position += n;
            return n;
        }

        ArrivalMarks marks() {
            Arrays.fill(ends, piece, ends.length, decoded.size());
            return new ArrivalMarks(from.times(), ends);
        }
    }
}
