package dev.sightglass.app.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/** Bodies of any size, each the same in every run, with {@code needle-at-the-end} near their end. */
final class LargeBodies {
    private static final String NEEDLE = "needle-at-the-end";
    private static final String[] WORDS =
            "the proxy forwards what it reads and shows each piece while code tests return value of function file path \\n  "
                    .split(" ");

    private LargeBodies() {}

    /** A request with tools and many messages, minified as Claude Code sends it. */
    static byte[] conversation(int size) {
        return conversation(size, 1);
    }

    /** Another one for each seed. */
    static byte[] conversation(int size, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder out = new StringBuilder(size + 10_000);
        out.append("{\"model\":\"gpt-4.1\",\"max_tokens\":32000,\"stream\":true,\"tools\":[");
        for (int i = 0; i < 90; i++) {
            if (i > 0) out.append(',');
            out.append("{\"name\":\"tool_")
                    .append(i)
                    .append("\",\"description\":\"")
                    .append(words(random, 200));
            out.append(
                            "\",\"input_schema\":{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"},\"limit\":")
                    .append("{\"type\":\"number\",\"minimum\":0,\"maximum\":2000}},\"required\":[\"path\"]}}");
        }
        out.append("],\"messages\":[");
        for (int i = 0; out.length() < size - 400; i++) {
            out.append(i % 2 == 0 ? "{\"role\":\"user\"" : "{\"role\":\"assistant\"");
            out.append(",\"content\":[{\"type\":\"text\",\"text\":\"").append(words(random, 20 + random.nextInt(200)));
            out.append("\"},{\"type\":\"tool_use\",\"id\":\"toolu_")
                    .append(i)
                    .append("\",\"name\":\"Bash\",\"input\":");
            out.append("{\"command\":\"ls -la src\",\"timeout\":")
                    .append(random.nextInt(60_000))
                    .append("}}]},");
        }
        out.append("{\"role\":\"user\",\"content\":\"").append(NEEDLE).append("\"}]}");
        return out.toString().getBytes(UTF_8);
    }

    /** Strings of 1 MB each, without a line break anywhere. */
    static byte[] longLines(int size) {
        SplittableRandom random = new SplittableRandom(2);
        StringBuilder out = new StringBuilder(size + 2_000_000).append("{\"lines\":[");
        while (out.length() < size - 1_000_100)
            out.append('"').append(letters(random, 1_000_000)).append("\",");
        return out.append("\"").append(NEEDLE).append("\"]}").toString().getBytes(UTF_8);
    }

    /** One string. */
    static byte[] longString(int size) {
        return ("{\"text\":\"" + letters(new SplittableRandom(3), size - 40) + NEEDLE + "\"}").getBytes(UTF_8);
    }

    /** Messages events. */
    static byte[] stream(int size) {
        SplittableRandom random = new SplittableRandom(4);
        ByteArrayOutputStream out = new ByteArrayOutputStream(size + 1_000);
        while (out.size() < size - 400) out.writeBytes(delta(words(random, 3)));
        out.writeBytes(delta(NEEDLE));
        return out.toByteArray();
    }

    private static byte[] delta(String text) {
        return ("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\","
                        + "\"text\":\"" + text + "\"}}\n\n")
                .getBytes(UTF_8);
    }

    private static String letters(SplittableRandom random, int count) {
        byte[] text = new byte[count];
        for (int i = 0; i < count; i++) text[i] = (byte) ('a' + random.nextInt(26));
        return new String(text, UTF_8);
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++)
            out.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        return out.toString();
    }
}
