package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.upstream.NotAnAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks gzip as it comes. */
final class GzipDecoder implements ContentDecoder {
    private static final int FLAG_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;
    private static final int MOST_HEADER_BYTES = 64 << 10;
    private static final int TRAILER_BYTES = 8;
    private static final int FIRST_BYTE = 0x1f;

    private final Inflater inflater = new Inflater(true);
    private final long mostBytes;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean headRead;
    private int trailerLeft;
    private boolean memberRead;
    /** What follows is no member, such as zeros that fill a block: left aside, as gzip itself does. */
    private boolean over;

    private long decoded;

    GzipDecoder(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public byte[] decode(byte[] piece) throws NotAnAnswer {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] rest = piece;
        while (rest.length > 0) rest = step(rest, out);
        return out.toByteArray();
    }

    /** Takes a member's trailer, header or contents off the front. Members may follow each other (RFC 1952 section 2.2). */
    private byte[] step(byte[] piece, ByteArrayOutputStream out) throws NotAnAnswer {
        if (trailerLeft > 0) {
            int skipped = Math.min(trailerLeft, piece.length);
            trailerLeft -= skipped;
            return Arrays.copyOfRange(piece, skipped, piece.length);
        }
        if (headRead) return inflate(piece, out);
        if (memberRead && head.size() == 0 && piece[0] != FIRST_BYTE) over = true;
        if (over) return new byte[0];
        head.writeBytes(piece);
        byte[] begun = head.toByteArray();
        int length = headLength(begun);
        if (length < 0) return new byte[0];
        headRead = true;
        head.reset();
        return Arrays.copyOfRange(begun, length, begun.length);
    }

    /** @return what lies behind the end of the contents */
    private byte[] inflate(byte[] piece, ByteArrayOutputStream out) throws NotAnAnswer {
        byte[] buffer = new byte[16 << 10];
        inflater.setInput(piece);
        try {
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                decoded += n;
                if (decoded > mostBytes)
                    throw new NotAnAnswer("The upstream's answer unpacks to more than " + mostBytes + " bytes.");
                out.write(buffer, 0, n);
            }
        } catch (DataFormatException e) {
            throw new NotAnAnswer("The upstream's answer is no proper gzip: " + e.getMessage() + ".");
        }
        return inflater.finished() ? behindMember(piece) : new byte[0];
    }

    private byte[] behindMember(byte[] piece) {
        byte[] rest = Arrays.copyOfRange(piece, piece.length - inflater.getRemaining(), piece.length);
        inflater.reset();
        headRead = false;
        memberRead = true;
        trailerLeft = TRAILER_BYTES;
        return rest;
    }

    /** The length of the gzip header (RFC 1952 section 2.3), or -1 while it is not all here. */
    private static int headLength(byte[] begun) throws NotAnAnswer {
        try (var in = new ByteArrayInputStream(begun)) {
            if (need(in) != FIRST_BYTE || need(in) != 0x8b || need(in) != 8)
                throw new NotAnAnswer("The upstream's answer is told to be gzip and is not.");
            int flags = need(in);
            skip(in, 6);
            if ((flags & FLAG_EXTRA) != 0) skip(in, need(in) | need(in) << 8);
            if ((flags & FLAG_NAME) != 0) skipText(in);
            if ((flags & FLAG_COMMENT) != 0) skipText(in);
            if ((flags & FLAG_CRC) != 0) skip(in, 2);
            return begun.length - in.available();
        } catch (EOFException _) {
            if (begun.length > MOST_HEADER_BYTES) throw new NotAnAnswer("The upstream's gzip header has no end.");
            return -1;
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to read", e);
        }
    }

    private static int need(InputStream in) throws IOException {
        int read = in.read();
        if (read < 0) throw new EOFException();
        return read;
    }

    private static void skip(InputStream in, int count) throws IOException {
        in.skipNBytes(count);
    }

    private static void skipText(InputStream in) throws IOException {
        int character = need(in);
        while (character != 0) character = need(in);
    }
}
