package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opens a JSON string: as a tree when it holds JSON itself (arguments of tools do), else as lines of text. */
final class OpenedString {
    /** Longer strings open as text: each of their bytes would need its place. */
    private static final int LONGEST_JSON = 4 << 20;

    private OpenedString() {}

    static TreePart open(byte[] text, int from, int to, int @Nullable [] places, int base, int host, int indent) {
        boolean json = places == null && mayBeJson(text, from, to) && to - from < LONGEST_JSON;
        TreePart values = json ? values(text, from, to, base, host, indent) : null;
        if (values != null) return values;
        return TreePart.Lines.of(text, from + 1, to - 1, places, base, host, indent);
    }

    /** Whether the string begins and ends like a JSON object or array. */
    static boolean mayBeJson(byte[] text, int from, int to) {
        if (to - from < 4) return false;
        byte first = text[from + 1];
        byte last = text[to - 2];
        return (first == '{' && last == '}') || (first == '[' && last == ']');
    }

    private static @Nullable TreePart values(byte[] text, int from, int to, int base, int host, int indent) {
        byte[] plain = new byte[to - from];
        int[] places = new int[to - from + 1];
        int length = 0;
        int at = from + 1;
        while (at < to - 1) {
            boolean escape = text[at] == '\\';
            int read = escape ? JsonScanner.escapeLength(text, at, to - 1) : 1;
            byte[] written = escape ? utf8(JsonScanner.escaped(text, at, read)) : new byte[] {text[at]};
            for (byte b : written) {
                places[length] = at;
                plain[length++] = b;
            }
            at += read;
        }
        Arrays.fill(places, length, places.length, to - 1);
        JsonTree tree = JsonTreeBuilder.build(new SourceText(plain, length, Syntax.JSON));
        boolean fits = tree.fault() == null && tree.isContainer(0);
        return fits ? new TreePart.Values(tree, base, host, indent, places) : null;
    }

    private static byte[] utf8(int codePoint) {
        return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    }
}
