package dev.sightglass.app.format;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The window's words, from {@code messages.properties}, so that other languages can follow. */
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.sightglass.app.messages", Locale.ROOT);

    private Messages() {}

    /** The text with this key, as it stands. */
    public static String text(String key) {
        return BUNDLE.getString(key);
    }

    /** The text with this key, its {@code {0}}, {@code {1}}... replaced (quotes doubled in the file: {@link MessageFormat}). */
    public static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
