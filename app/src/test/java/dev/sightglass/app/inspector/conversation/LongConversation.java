package dev.sightglass.app.inspector.conversation;

import java.nio.charset.StandardCharsets;

/** A conversation of many blocks, as a day of work makes them: prompts, Markdown answers with code, calls, results. */
public final class LongConversation {
    private static final String CODE =
            "```java\\npublic final class Folio {\\n    private final int number; // counts from 1\\n\\n"
                    + "    String title() {\\n        return \\\"Folio \\\" + number;\\n    }\\n}\\n```";

    private LongConversation() {}

    /** A request with this many content blocks; the word {@code needle} stands deep inside the last result. */
    public static byte[] json(int blocks) {
        StringBuilder out = new StringBuilder(blocks * 900);
        out.append(
                "{\"model\":\"gpt-4.1\",\"max_tokens\":32000,\"stream\":true,\"system\":\"Be careful.\",\"messages\":[");
        int made = 0;
        for (int turn = 0; made < blocks; turn++) {
            if (turn > 0) out.append(',');
            made += 4;
            turn(out, turn, made >= blocks);
        }
        return out.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void turn(StringBuilder out, int n, boolean last) {
        out.append("{\"role\":\"user\",\"content\":\"Question ").append(n);
        out.append(": where does the date on this folio come from?\"},");
        out.append("{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"")
                .append(prose(n));
        out.append("\"},{\"type\":\"tool_use\",\"id\":\"t").append(n).append("\",\"name\":\"Bash\",\"input\":");
        out.append("{\"command\":\"grep -rn 'folio ").append(n).append("' notes | head -40\"}}]},");
        out.append("{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t")
                .append(n);
        out.append("\",\"content\":\"").append(listing(n, last)).append("\"}]}");
    }

    private static String prose(int n) {
        String words = "The date is **given** in the *colophon* of folio " + n + ", see `notes/" + n + ".md`.\\n\\n";
        String list = "- first the hand\\n- then the ink\\n- last the binding, which was renewed in the year 14"
                + (10 + n % 80) + " after a fire that spared the text block but not the boards\\n\\n";
        return words + (n % 2 == 0 ? list : "") + (n % 3 == 0 ? CODE : "That settles it. ".repeat(1 + n % 20));
    }

    private static String listing(int n, boolean last) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 6 + n % 30; i++)
            lines.append("notes/")
                    .append(n)
                    .append(".md:")
                    .append(i)
                    .append(": folio ")
                    .append(n)
                    .append(" line ")
                    .append(i)
                    .append("\\n");
        return lines.append(last ? "a needle" : "end").toString();
    }
}
