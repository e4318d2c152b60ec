package dev.sightglass.engine.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that says exactly what it is told, byte by byte, over one connection. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
    }

    static Wire to(int port) throws IOException {
        return new Wire(new Socket(InetAddress.getByName("127.0.0.1"), port));
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads up to and with {@code end}. */
    String readUntil(String end) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] mark = end.getBytes(StandardCharsets.UTF_8);
        while (!endsWith(read, mark)) {
            int next = in.read();
            if (next < 0) throw new IOException("closed after: " + read.toString(StandardCharsets.UTF_8));
            read.write(next);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** One whole answer with a content-length or in chunks: its head and its body. */
    String readAnswer() throws IOException {
        String head = readUntil("\r\n\r\n");
        String lower = head.toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length:");
        if (at >= 0) {
            int length = Integer.parseInt(
                    lower.substring(at + 15, lower.indexOf('\r', at)).strip());
            return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
        return lower.contains("transfer-encoding: chunked") ? head + readUntil("0\r\n\r\n") : head;
    }

    /** All that comes until the other side closes or breaks the connection. */
    String readAll() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) read.write(next);
        } catch (IOException e) {
            read.writeBytes(("<" + e.getMessage() + ">").getBytes(StandardCharsets.UTF_8));
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    InputStream in() {
        return in;
    }

    /** Breaks the connection with a reset instead of an orderly end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static boolean endsWith(ByteArrayOutputStream read, byte[] mark) {
        if (read.size() < mark.length) return false;
        byte[] bytes = read.toByteArray();
        return java.util.Arrays.equals(bytes, bytes.length - mark.length, bytes.length, mark, 0, mark.length);
    }
}
