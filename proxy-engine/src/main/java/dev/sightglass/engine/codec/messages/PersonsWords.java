package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Role;

/** Tells the words of a person from what the client puts between them as system reminders. */
final class PersonsWords {
    private static final String REMINDER = "<system-reminder>";
    private static final String REMINDER_END = "</system-reminder>";
    /** Prompts that agree so far are taken for the same. */
    private static final int MOST = 4_096;

    private PersonsWords() {}

    /** Whether a person wrote any of the message. */
    static boolean in(Message message) {
        if (message.role() != Role.USER) return false;
        for (ContentBlock block : message.content())
            if (block instanceof ContentBlock.Text text && any(text.text())) return true;
        return false;
    }

    private static boolean any(String text) {
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith(REMINDER, i)) {
                int end = text.indexOf(REMINDER_END, i);
                if (end < 0) return false;
                i = end + REMINDER_END.length();
            } else if (!Character.isWhitespace(text.charAt(i++))) {
                return true;
            }
        }
        return false;
    }

    /** A number that differs, as a rule, where the words differ; independent of how the message is cut into blocks. */
    static long fingerprint(Message message) {
        long print = 0xcbf29ce484222325L; // FNV-1a
        for (ContentBlock block : message.content()) {
            if (!(block instanceof ContentBlock.Text text)) continue;
            String words = start(text.text(), MOST);
            for (int i = 0; i < words.length(); i++) print = (print ^ words.charAt(i)) * 0x100000001b3L;
        }
        return print == 0 ? 1 : print;
    }

    /** The first of the words: white space and control characters as single spaces. */
    static String start(String text, int most) {
        StringBuilder words = new StringBuilder(Math.min(most, text.length()));
        int i = 0;
        while (i < text.length() && words.length() < most) {
            if (text.startsWith(REMINDER, i)) {
                int end = text.indexOf(REMINDER_END, i);
                if (end < 0) break;
                i = end + REMINDER_END.length();
                continue;
            }
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            append(words, c, most);
        }
        return words.toString().strip();
    }

    /** A character that would not fit whole is left out. */
    private static void append(StringBuilder words, int c, int most) {
        if (Character.isWhitespace(c) || Character.isISOControl(c)) {
            if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') words.append(' ');
        } else if (words.length() + Character.charCount(c) <= most) {
            words.appendCodePoint(c);
        }
    }
}
