package dev.sightglass.app.control.text;

/** JSON strings as the text that they stand for. */
public final class JsonText {
    private JsonText() {}

    /** The text of a JSON string in quotes; anything else as it is. Broken escapes stay as written. */
    public static String unquoted(String json) {
        if (json.length() < 2 || json.charAt(0) != '"' || !json.endsWith("\"")) return json;
        StringBuilder out = new StringBuilder(json.length());
        int end = json.length() - 1;
        int i = 1;
        while (i < end) {
            char c = json.charAt(i);
            if (c != '\\' || i + 1 >= end) {
                out.append(c);
                i++;
            } else {
                i += escape(json, i, end, out);
            }
        }
        return out.toString();
    }

    /** Appends what an escape stands for; gives its length. */
    private static int escape(String json, int at, int end, StringBuilder out) {
        char kind = json.charAt(at + 1);
        int plain = "\"\\/bfnrt".indexOf(kind);
        if (plain >= 0) {
            out.append("\"\\/\b\f\n\r\t".charAt(plain));
            return 2;
        }
        boolean unicode =
                kind == 'u' && at + 6 <= end && json.substring(at + 2, at + 6).matches("[0-9a-fA-F]{4}");
        if (unicode) out.append((char) Integer.parseInt(json.substring(at + 2, at + 6), 16));
        else out.append(json, at, at + 2);
        return unicode ? 6 : 2;
    }
}
