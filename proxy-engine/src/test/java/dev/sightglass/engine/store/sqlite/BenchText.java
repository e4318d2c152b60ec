package dev.sightglass.engine.store.sqlite;

import java.util.SplittableRandom;

/**
 * Text for measuring, the same each time: words of a large made-up vocabulary, frequent and rare ones as in real language,
 * in sentences, paths, numbers and lines of code. Compresses about as real transcripts do, not better.
 */
final class BenchText {
    private static final int WORDS = 60_000;
    private static final String[] STARTS = {
        "b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "pr",
        "qu", "r", "s", "sh", "sl", "st", "str", "t", "th", "tr", "v", "w", "x", "z", ""
    };
    private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ai", "ea", "ee", "io", "ou", "oo", "y"};
    private static final String[] ENDS = {"", "", "n", "r", "s", "t", "l", "m", "nd", "ng", "st", "ck", "x", "d"};
    private static final String[] VOCABULARY = vocabulary();

    private final SplittableRandom random;

    BenchText(long seed) {
        random = new SplittableRandom(seed);
    }

    private static String[] vocabulary() {
        SplittableRandom random = new SplittableRandom(42);
        String[] words = new String[WORDS];
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            int syllables = 1 + (i > 60 ? 1 : 0) + (i > 2_000 && random.nextBoolean() ? 1 : 0);
            for (int s = 0; s < syllables; s++)
                word.append(STARTS[random.nextInt(STARTS.length)])
                        .append(MIDDLES[random.nextInt(MIDDLES.length)])
                        .append(ENDS[random.nextInt(ENDS.length)]);
            words[i] = word.toString();
        }
        return words;
    }

    SplittableRandom random() {
        return random;
    }

    /** Frequent words often, rare ones seldom: rank r about 1/r of the time. */
    String word() {
        double u = random.nextDouble();
        return VOCABULARY[(int) (Math.pow(WORDS, u) - 1)];
    }

    String identifier(String prefix, int length) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < length; i++) id.append(letters.charAt(random.nextInt(letters.length())));
        return id.toString();
    }

    String path() {
        return "/home/dev/" + word() + "/src/" + word() + "/" + word() + "_" + word() + ".py";
    }

    String prose(int length) {
        StringBuilder text = new StringBuilder(length + 100);
        while (text.length() < length) {
            int words = 5 + random.nextInt(14);
            for (int i = 0; i < words; i++) {
                String word = random.nextInt(40) == 0 ? path() : word();
                text.append(
                        i == 0
                                ? Character.toUpperCase(word.isEmpty() ? 'A' : word.charAt(0)) + word.substring(1)
                                : word);
                text.append(i == words - 1 ? "." : random.nextInt(9) == 0 ? ", " : " ");
            }
            text.append(random.nextInt(5) == 0 ? "\n\n" : " ");
        }
        return text.toString();
    }

    String code(int length) {
        StringBuilder text = new StringBuilder(length + 100);
        int line = 1 + random.nextInt(300);
        while (text.length() < length) {
            text.append("%5d\t".formatted(line++)).append("    ".repeat(random.nextInt(4)));
            switch (random.nextInt(6)) {
                case 0 ->
                    text.append("def ")
                            .append(word())
                            .append('_')
                            .append(word())
                            .append("(self, ")
                            .append(word())
                            .append("):");
                case 1 ->
                    text.append(word())
                            .append('.')
                            .append(word())
                            .append("(\"")
                            .append(word())
                            .append(' ')
                            .append(word())
                            .append("\", ")
                            .append(random.nextInt(10_000))
                            .append(')');
                case 2 ->
                    text.append("if ")
                            .append(word())
                            .append("[\"")
                            .append(word())
                            .append("\"] != ")
                            .append(word())
                            .append(':');
                case 3 -> text.append("# ").append(prose(40).strip().replace('\n', ' '));
                case 4 ->
                    text.append("return ")
                            .append(word())
                            .append(" + ")
                            .append(word())
                            .append("_")
                            .append(word());
                default ->
                    text.append(word())
                            .append('_')
                            .append(word())
                            .append(" = ")
                            .append(word())
                            .append('(')
                            .append(word())
                            .append(')');
            }
            text.append('\n');
        }
        return text.toString();
    }

    static String json(String text) {
        StringBuilder out = new StringBuilder(text.length() + 32).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
