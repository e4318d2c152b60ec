package dev.sightglass.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads HTTP/1.1 requests (RFC 9112) from a blocking stream. */
final class RequestReader {
    private static final int MAX_LINE = 1 << 20;
    private static final long MAX_BODY = 512L << 20;

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request's head; empty when the client closed between requests. */
    Optional<RequestHead> readHead() throws IOException {
        int first = in.read();
        while (first == '\r' || first == '\n') {
            first = in.read();
        }
        if (first < 0) {
            return Optional.empty();
        }
        String[] parts = ((char) first + readLine()).split(" ", -1);
        if (parts.length != 3 || !parts[2].equals("HTTP/1.1")) {
            throw new MalformedRequest("not an HTTP/1.1 request line");
        }
        return Optional.of(new RequestHead(parts[0], parts[1], readHeaders()));
    }

    byte[] readBody(RequestHead head) throws IOException {
        Optional<String> coding = head.header("Transfer-Encoding");
        if (coding.isPresent()) {
            if (!coding.get().toLowerCase(Locale.ROOT).equals("chunked")) {
                throw new MalformedRequest("unknown transfer coding");
            }
            return readChunks();
        }
        return readExactly(bodyLength(head.header("Content-Length").orElse("0"), 10));
    }

    private List<Header> readHeaders() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequest("header line without a name");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String sizeLine = readLine();
            int semicolon = sizeLine.indexOf(';');
            String digits = semicolon < 0 ? sizeLine : sizeLine.substring(0, semicolon);
            int size = bodyLength(digits.strip(), 16);
            if (size == 0) {
                readHeaders();
                return body.toByteArray();
            }
            body.write(readExactly(size));
            if (!readLine().isEmpty()) {
                throw new MalformedRequest("chunk longer than its size");
            }
        }
    }

    private static int bodyLength(String digits, int radix) throws MalformedRequest {
        try {
            long length = Long.parseLong(digits, radix);
            if (length < 0 || length > MAX_BODY) {
                throw new MalformedRequest("body length out of range");
            }
            return (int) length;
        } catch (NumberFormatException e) {
            throw new MalformedRequest("body length is not a number");
        }
    }

    private byte[] readExactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the client left in the middle of a body");
        }
        return bytes;
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the client left in the middle of a line");
            }
            if (line.size() >= MAX_LINE) {
                throw new MalformedRequest("line too long");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
