package dev.sightglass.app.control.text;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.bytes.ByteScan;
import org.jspecify.annotations.Nullable;

/** Makes a {@link JsonTree} in one pass over the text, without recursion. */
final class JsonTreeBuilder {
    /** More than anyone unfolds; it bounds the memory to about 110 MB. */
    static final int MOST_NODES = 4_000_000;

    private enum Expect {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COMMA_OR_END,
        NOTHING
    }

    private final byte[] text;
    private final int length;
    private final NodeTable nodes;
    private int parent = JsonTree.NONE;
    private int depth;
    private int key = JsonTree.NONE;
    private int at;
    private Expect expect = Expect.VALUE;

    private JsonTreeBuilder(byte[] text, int length) {
        this.text = text;
        this.length = length;
        this.nodes = new NodeTable();
    }

    /** The tree of a text of any syntax; of plain text one node. */
    static JsonTree build(SourceText source) {
        JsonTreeBuilder builder = new JsonTreeBuilder(source.bytes(), source.length());
        return switch (source.syntax()) {
            case JSON, PLAIN -> builder.single();
            case SSE -> builder.events();
            case JSON_LINES -> builder.lines();
        };
    }

    private JsonTree single() {
        int start = JsonFormatter.byteOrderMark(text);
        String problem = value(start, length);
        @Nullable JsonFault fault = problem == null ? null : new JsonFault(at, at, problem);
        if (nodes.count() == 0) nodes.add(Math.min(start, length), length, JsonTree.NONE, JsonTree.NONE);
        return new JsonTree(text, length, nodes, false, fault);
    }

    private JsonTree events() {
        int root = nodes.add(0, length, JsonTree.NONE, JsonTree.NONE);
        @Nullable JsonFault first = null;
        EventScanner events = new EventScanner(text, length);
        while (events.next() && nodes.count() < MOST_NODES) {
            key = events.nameTo > events.nameFrom ? events.nameFrom : JsonTree.NONE;
            boolean json = events.valueTo > events.valueFrom && isBracket(text[events.valueFrom]) && !isDone(events);
            String problem = json ? element(root, events.valueFrom, events.valueTo) : null;
            if (!json) nodes.add(events.valueFrom, events.valueTo, key, root);
            if (problem != null && first == null) first = new JsonFault(at, at, problem);
        }
        nodes.close(root, length);
        return new JsonTree(text, length, nodes, true, first);
    }

    private boolean isDone(EventScanner event) {
        return event.valueTo - event.valueFrom == 6 && text[event.valueFrom + 1] == 'D';
    }

    private static boolean isBracket(byte b) {
        return b == '{' || b == '[';
    }

    private JsonTree lines() {
        int root = nodes.add(0, length, JsonTree.NONE, JsonTree.NONE);
        @Nullable JsonFault first = null;
        int from = JsonScanner.skipSpace(text, 0, length);
        while (from < length && nodes.count() < MOST_NODES) {
            int end = ByteScan.indexOf(text, from, length, (byte) '\n');
            String problem = element(root, from, end);
            if (problem != null && first == null) first = new JsonFault(at, at, problem);
            from = JsonScanner.skipSpace(text, end, length);
        }
        nodes.close(root, length);
        return new JsonTree(text, length, nodes, true, first);
    }

    private @Nullable String element(int root, int from, int to) {
        parent = root;
        depth = 1;
        return value(from, to);
    }

    /** Adds the value that stands between two positions; gives what is wrong with it. */
    private @Nullable String value(int from, int to) {
        int above = parent;
        at = from;
        expect = Expect.VALUE;
        String problem = null;
        while (problem == null) {
            at = JsonScanner.skipSpace(text, at, to);
            if (at >= to) {
                problem = expect == Expect.NOTHING ? null : Messages.text("json.early");
                break;
            }
            problem = nodes.count() >= MOST_NODES ? Messages.text("json.tooMany") : step(text[at], to, above);
        }
        while (parent != above) close(Math.min(at, to));
        parent = above;
        key = JsonTree.NONE;
        return problem;
    }

    private @Nullable String step(byte b, int to, int above) {
        return switch (expect) {
            case VALUE -> take(b, to, above);
            case VALUE_OR_END -> b == ']' ? end(above) : take(b, to, above);
            case KEY -> key(b, to);
            case KEY_OR_END -> b == '}' ? end(above) : key(b, to);
            case COMMA_OR_END -> comma(b, above);
            case NOTHING -> Messages.text("json.more");
        };
    }

    private @Nullable String take(byte b, int to, int above) {
        if (b == '{' || b == '[') return open(b);
        boolean string = b == '"';
        int end = string ? JsonScanner.flawlessEnd(text, at, to) : JsonScanner.wordEnd(text, at, to);
        if (end < 0) return brokenString(to);
        if (!string && (end == at || !JsonScanner.isScalar(text, at, end))) return expected("json.value");
        nodes.add(at, end, key, parent);
        at = end;
        afterValue(above);
        return null;
    }

    private String brokenString(int to) {
        boolean ends = JsonScanner.stringEnd(text, at, to) >= 0;
        return Messages.text(ends ? "json.forbidden" : "json.endsInString");
    }

    private @Nullable String open(byte b) {
        if (depth == JsonFormatter.MAX_DEPTH) return Messages.text("json.deep", JsonFormatter.MAX_DEPTH);
        parent = nodes.add(at, at + 1, key, parent);
        key = JsonTree.NONE;
        depth++;
        at++;
        expect = b == '{' ? Expect.KEY_OR_END : Expect.VALUE_OR_END;
        return null;
    }

    private static String expected(String key) {
        return Messages.text("json.expected", Messages.text(key));
    }

    private @Nullable String key(byte b, int to) {
        int end = b == '"' ? JsonScanner.stringEnd(text, at, to) : -1;
        if (end < 0) return expected("json.name");
        int colon = JsonScanner.skipSpace(text, end, to);
        if (colon >= to || text[colon] != ':') {
            at = colon;
            return expected("json.colon");
        }
        key = at;
        at = colon + 1;
        expect = Expect.VALUE;
        return null;
    }

    private @Nullable String comma(byte b, int above) {
        boolean object = text[nodes.starts.get(parent)] == '{';
        if (b == (object ? '}' : ']')) return end(above);
        if (b != ',') return expected("json.commaOrEnd");
        at++;
        expect = object ? Expect.KEY : Expect.VALUE;
        return null;
    }

    private @Nullable String end(int above) {
        at++;
        close(at);
        afterValue(above);
        return null;
    }

    private void close(int end) {
        int node = parent;
        nodes.close(node, end);
        parent = nodes.parents.get(node);
        depth--;
    }

    private void afterValue(int above) {
        key = JsonTree.NONE;
        expect = parent == above ? Expect.NOTHING : Expect.COMMA_OR_END;
    }
}
