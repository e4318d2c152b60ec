package dev.sightglass.engine.upstream.http;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A socket over which a text comes in pieces of one size, and then the end; what is sent is not looked at. */
final class PiecesSocket extends Socket {
    private final byte[] text;
    private final int size;
    private int at;

    PiecesSocket(String text, int size) {
        this.text = text.getBytes(StandardCharsets.ISO_8859_1);
        this.size = size;
    }

    @Override
    public void setSoTimeout(int millis) {
        // It never lets anybody wait.
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() {
                return at == text.length ? -1 : text[at++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int count = Math.min(Math.min(size, length), text.length - at);
                System.arraycopy(text, at, into, from, count);
                at += count;
                return count == 0 ? -1 : count;
            }
        };
    }
}
