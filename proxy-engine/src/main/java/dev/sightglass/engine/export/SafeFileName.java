package dev.sightglass.engine.export;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Builds file names from text that nobody vouches for, safe on Linux, macOS and Windows. */
public final class SafeFileName {
    private static final int MAX = 100;
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");
    /** Windows takes these for devices, whatever follows the first dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9]");

    private SafeFileName() {}

    /**
     * A file name of letters, digits, dots, dashes and underscores, at most 100 characters, never a path, a hidden file or a
     * device.
     *
     * @param extension without the dot, a constant of the program
     */
    public static String of(String title, String extension) {
        String ending = "." + extension;
        String name = EDGES.matcher(OTHERS.matcher(title).replaceAll("-")).replaceAll("");
        if (name.length() > MAX - ending.length()) name = name.substring(0, MAX - ending.length());
        name = EDGES.matcher(name).replaceAll("");
        if (name.isEmpty()) name = "exchange";
        return (device(name) ? "exchange-" + name : name) + ending;
    }

    private static boolean device(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem) || NUMBERED_DEVICE.matcher(stem).matches();
    }
}
