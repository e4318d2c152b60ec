package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.message.Tool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tool names as Azure takes them: at most 64 characters out of letters, digits, underscore and hyphen. */
public final class ToolNames {
    private static final int MAX = 64;
    private static final int KEPT = 55;
    private static final int HASH_DIGITS = 8;

    private ToolNames() {}

    /** The name to send: the same for the same name, wherever it stands. */
    public static String sent(String name) {
        if (valid(name)) return name;
        StringBuilder sent = new StringBuilder(MAX);
        for (int i = 0; i < Math.min(KEPT, name.length()); i++)
            sent.append(allowed(name.charAt(i)) ? name.charAt(i) : '_');
        return sent.append('_').append(Hashes.hex(name, HASH_DIGITS)).toString();
    }

    /** The client's names by the names sent, where they differ. */
    public static Map<String, String> changed(List<Tool> tools) {
        Map<String, String> changed = new HashMap<>();
        for (Tool tool : tools) if (!valid(tool.name())) changed.put(sent(tool.name()), tool.name());
        return changed;
    }

    public static boolean valid(String name) {
        if (name.isEmpty() || name.length() > MAX) return false;
        for (int i = 0; i < name.length(); i++) if (!allowed(name.charAt(i))) return false;
        return true;
    }

    private static boolean allowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
