package dev.sightglass.engine.store.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a request body where the protocol has its joints: at each element of an array in the outermost object (system
 * blocks, tools, messages, input items) and at each long member of it. A conversation sends the same elements again each
 * turn, so each is kept once. What is not such an object is cut where its content says so ({@link ContentCutter}).
 */
public final class RequestCutter {
    /** A member shorter than this is not worth a piece of its own. */
    private static final int SHORT = 64;

    private final byte[] bytes;
    private final JsonScanner scanner;
    private final List<CutBody.Span> spans = new ArrayList<>();
    private int done;

    private RequestCutter(byte[] bytes) {
        this.bytes = bytes;
        this.scanner = new JsonScanner(bytes);
    }

    public static CutBody cut(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != '{') return ContentCutter.cut(bytes);
        RequestCutter cutter = new RequestCutter(bytes);
        try {
            cutter.members();
        } catch (JsonScanner.NotJson _) {
            return ContentCutter.cut(bytes);
        }
        return new CutBody(bytes, cutter.spans, cutter.scanner.lifts());
    }

    private void members() {
        int at = scanner.blanks(1);
        while (!scanner.is(at, '}')) {
            int keyEnd = scanner.string(scanner.expect(at, '"') - 1);
            int value = scanner.blanks(scanner.expect(scanner.blanks(keyEnd), ':'));
            int end = scanner.is(value, '[') ? elements(value) : member(value);
            at = scanner.blanks(end);
            if (!scanner.is(at, '}')) at = scanner.blanks(scanner.expect(at, ','));
        }
        glue(bytes.length);
    }

    private int member(int value) {
        int found = scanner.lifts().size();
        int end = scanner.value(value, 1);
        if (end - value < SHORT) {
            scanner.forgetAfter(found);
            return end;
        }
        glue(value);
        piece(end);
        return end;
    }

    /** Each element's piece begins with the comma before it: then the last one does not change when another follows. */
    private int elements(int open) {
        glue(open + 1);
        int at = scanner.blanks(open + 1);
        if (scanner.is(at, ']')) return at + 1;
        while (true) {
            int end = scanner.value(at, 2);
            piece(end);
            at = scanner.blanks(end);
            if (scanner.is(at, ']')) return at + 1;
            at = scanner.blanks(scanner.expect(at, ','));
        }
    }

    private void glue(int end) {
        if (end > done) spans.add(new CutBody.Span(done, end, false));
        done = end;
    }

    private void piece(int end) {
        spans.add(new CutBody.Span(done, end, true));
        done = end;
    }
}
