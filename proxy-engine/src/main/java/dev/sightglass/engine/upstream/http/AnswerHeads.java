package dev.sightglass.engine.upstream.http;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/** Reads the head of an answer (RFC 9112 sections 4 and 5). */
final class AnswerHeads {
    private static final int MOST_BYTES = 384 << 10;
    private static final int SWITCHING = 101;

    private final HttpInput in;
    private int left = MOST_BYTES;
    private boolean old;

    private AnswerHeads(HttpInput in) {
        this.in = in;
    }

    /**
     * A head.
     *
     * @param persistent false when an HTTP/1.0 server sent it
     */
    record Read(ResponseHead head, boolean persistent) {
        /** True for "continue", "early hints" and what is like them: the answer follows. */
        boolean interim() {
            return head.status() / 100 == 1;
        }
    }

    /**
     * The next head, of an interim answer too.
     *
     * @throws ProtocolException when it is none
     */
    static Read read(HttpInput in, long deadline) throws IOException {
        AnswerHeads reading = new AnswerHeads(in);
        int status = reading.status(reading.line(deadline));
        if (status == SWITCHING) throw new ProtocolException("it changes the protocol, which nobody asked for");
        List<Header> headers = new ArrayList<>();
        for (String line = reading.line(deadline); !line.isEmpty(); line = reading.line(deadline)) add(line, headers);
        return new Read(new ResponseHead(status, new Headers(headers)), !reading.old);
    }

    private String line(long deadline) throws IOException {
        String line = in.line(left, deadline);
        left -= line.length();
        return line;
    }

    private int status(String line) throws ProtocolException {
        boolean http = line.length() >= 12 && line.startsWith("HTTP/1.") && line.charAt(8) == ' ';
        int status = 0;
        for (int i = 9; http && i < 12; i++) {
            int digit = line.charAt(i) - '0';
            http = digit >= 0 && digit <= 9;
            status = status * 10 + digit;
        }
        if (!http || status < 100 || line.length() > 12 && line.charAt(12) != ' ')
            throw new ProtocolException("it does not begin with a status line of HTTP/1.1");
        old = line.charAt(7) == '0';
        return status;
    }

    private static void add(String line, List<Header> headers) throws ProtocolException {
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            // An obsolete folded line (RFC 9112 section 5.2): it goes on with the one before.
            if (headers.isEmpty()) throw new ProtocolException("its first header line is folded");
            Header folded = headers.removeLast();
            headers.add(new Header(folded.name(), (folded.value() + " " + line.strip()).strip()));
            return;
        }
        int colon = line.indexOf(':');
        if (colon < 1 || !RequestHeads.isToken(line.substring(0, colon)))
            throw new ProtocolException("one of its header lines has no name");
        headers.add(
                new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
}
