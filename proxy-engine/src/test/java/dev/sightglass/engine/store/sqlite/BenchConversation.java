package dev.sightglass.engine.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation as Claude Code sends it, growing turn by turn: the whole history each time, the cache marks moving to the
 * newest messages, another billing line in each request; with the same in Chat Completions, and the answers in both.
 */
public final class BenchConversation {
    private static final String MARK = ",\"cache_control\":{\"type\":\"ephemeral\"}";

    private final BenchText text;
    private final String session;
    private final String systemText;
    private final List<String> toolNames = new ArrayList<>();
    private final List<String> toolTexts = new ArrayList<>();
    private final List<String> toolSchemas = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final String firstUser;

    /** An answer and the tool's result that follows it. */
    private record Turn(String say, String toolId, String tool, String input, String result) {}

    /** The four bodies of one exchange; the answers piece by piece. */
    public record Bodies(byte[] request, byte[] upstreamRequest, List<byte[]> upstreamAnswer, List<byte[]> answer) {}

    public BenchConversation(int number, int project) {
        // The tools and the system prompt are the same in all conversations of a client version.
        BenchText shared = new BenchText(1000);
        for (int i = 0; i < 18; i++) {
            toolNames.add(shared.identifier("Tool", 4));
            toolTexts.add(shared.prose(700));
            toolSchemas.add("{\"type\":\"object\",\"properties\":{\"command\":{\"type\":\"string\",\"description\":"
                    + BenchText.json(shared.prose(120)) + "},\"timeout\":{\"type\":\"number\",\"description\":"
                    + BenchText.json(shared.prose(60))
                    + "}},\"required\":[\"command\"],\"additionalProperties\":false}");
        }
        String common = shared.prose(9_000);
        systemText = common + new BenchText(2000 + project).prose(1_500);
        text = new BenchText(3000 + number);
        session = text.identifier("", 32);
        firstUser = text.prose(3_000);
    }

    /** The next exchange: its request, then its answer, which the request after it will hold. */
    public Bodies next() {
        byte[] request = messagesRequest();
        byte[] upstream = chatRequest();
        Turn turn = turn();
        List<byte[]> pieces = new ArrayList<>();
        List<byte[]> chunks = new ArrayList<>();
        answer(turn, pieces, chunks);
        turns.add(turn);
        return new Bodies(request, upstream, chunks, pieces);
    }

    private Turn turn() {
        String result = text.code(4_600 + text.random().nextInt(1_400));
        return new Turn(
                text.prose(380 + text.random().nextInt(240)),
                text.identifier("call_", 24),
                toolNames.get(text.random().nextInt(toolNames.size())),
                "{\"command\":" + BenchText.json("grep -n " + text.word() + " " + text.path()) + ",\"timeout\":"
                        + text.random().nextInt(60_000) + "}",
                result);
    }

    private byte[] messagesRequest() {
        StringBuilder body = new StringBuilder(200_000);
        body.append("{\"model\":\"claude-sonnet-4-5-20250929\",\"messages\":[");
        body.append("{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":")
                .append(BenchText.json(firstUser));
        body.append(turns.isEmpty() ? MARK : "").append("}]}");
        for (int i = 0; i < turns.size(); i++) messages(body, turns.get(i), i >= turns.size() - 2);
        body.append("],\"system\":[{\"type\":\"text\",\"text\":")
                .append(BenchText.json(billing()))
                .append("},");
        body.append("{\"type\":\"text\",\"text\":")
                .append(BenchText.json(systemText))
                .append(MARK)
                .append("}],\"tools\":[");
        for (int i = 0; i < toolNames.size(); i++)
            body.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"")
                    .append(toolNames.get(i))
                    .append("\",\"description\":")
                    .append(BenchText.json(toolTexts.get(i)))
                    .append(",\"input_schema\":")
                    .append(toolSchemas.get(i))
                    .append('}');
        body.append("],\"metadata\":{\"user_id\":\"user_")
                .append(session)
                .append("\"},\"max_tokens\":32000,\"stream\":true}");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String billing() {
        return "x-anthropic-billing-header: cc_version=2.1.330." + text.identifier("", 3) + "; cc_entrypoint=cli; cch="
                + text.identifier("", 5) + ";";
    }

    private static void messages(StringBuilder body, Turn turn, boolean marked) {
        body.append(",{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":")
                .append(BenchText.json(turn.say));
        body.append("},{\"type\":\"tool_use\",\"id\":\"")
                .append(turn.toolId)
                .append("\",\"name\":\"")
                .append(turn.tool);
        body.append("\",\"input\":")
                .append(turn.input)
                .append("}]},{\"role\":\"user\",\"content\":[{\"tool_use_id\":\"");
        body.append(turn.toolId)
                .append("\",\"type\":\"tool_result\",\"content\":")
                .append(BenchText.json(turn.result));
        body.append(marked ? MARK : "").append("}]}");
    }

    private byte[] chatRequest() {
        StringBuilder body = new StringBuilder(200_000);
        body.append("{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"system\",\"content\":");
        body.append(BenchText.json(systemText))
                .append("},{\"role\":\"user\",\"content\":")
                .append(BenchText.json(firstUser))
                .append('}');
        for (Turn turn : turns) {
            body.append(",{\"role\":\"assistant\",\"content\":").append(BenchText.json(turn.say));
            body.append(",\"tool_calls\":[{\"id\":\"")
                    .append(turn.toolId)
                    .append("\",\"type\":\"function\",\"function\":{\"name\":\"");
            body.append(turn.tool)
                    .append("\",\"arguments\":")
                    .append(BenchText.json(turn.input))
                    .append("}}]}");
            body.append(",{\"role\":\"tool\",\"tool_call_id\":\"")
                    .append(turn.toolId)
                    .append("\",\"content\":");
            body.append(BenchText.json(turn.result)).append('}');
        }
        body.append("],\"tools\":[");
        for (int i = 0; i < toolNames.size(); i++)
            body.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"function\",\"function\":{\"name\":\"")
                    .append(toolNames.get(i))
                    .append("\",\"description\":")
                    .append(BenchText.json(toolTexts.get(i)))
                    .append(",\"parameters\":")
                    .append(toolSchemas.get(i))
                    .append("}}");
        body.append("],\"max_completion_tokens\":16384,\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void answer(Turn turn, List<byte[]> pieces, List<byte[]> chunks) {
        String chat = "chatcmpl-" + text.identifier("", 29);
        String tail = "\"created\":" + (1_764_000_000L + text.random().nextInt(9_000_000)) + ",\"id\":\"" + chat
                + "\",\"model\":\"gpt-4.1-2025-04-14\",\"object\":\"chat.completion.chunk\",\"system_fingerprint\":\"fp_"
                + "4ed19d7a5b\",\"usage\":";
        String safe =
                "{\"hate\":{\"filtered\":false,\"severity\":\"safe\"},\"self_harm\":{\"filtered\":false,\"severity\":\"safe\"},"
                        + "\"sexual\":{\"filtered\":false,\"severity\":\"safe\"},\"violence\":{\"filtered\":false,\"severity\":\"safe\"}}";
        chunk(
                chunks,
                "{\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\",\"prompt_filter_results\":"
                        + "[{\"prompt_index\":0,\"content_filter_results\":" + safe + "}]}");
        event(
                pieces,
                "message_start",
                "\"message\":{\"id\":\"" + text.identifier("msg_", 24)
                        + "\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"gpt-4.1\",\"content\":[],\"stop_reason\":null,"
                        + "\"stop_sequence\":null,\"usage\":{\"input_tokens\":"
                        + text.random().nextInt(90_000) + ",\"output_tokens\":1}}");
        event(pieces, "content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");
        for (String delta : split(turn.say, 5)) {
            chunk(
                    chunks,
                    "{\"choices\":[{\"content_filter_results\":" + safe + ",\"delta\":{\"content\":"
                            + BenchText.json(delta) + "},\"finish_reason\":null,\"index\":0,\"logprobs\":null}]," + tail
                            + "null}");
            event(
                    pieces,
                    "content_block_delta",
                    "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + BenchText.json(delta) + "}");
        }
        event(pieces, "content_block_stop", "\"index\":0");
        event(
                pieces,
                "content_block_start",
                "\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"" + turn.toolId + "\",\"name\":\""
                        + turn.tool + "\",\"input\":{}}");
        chunk(
                chunks,
                "{\"choices\":[{\"delta\":{\"content\":null,\"tool_calls\":[{\"function\":{\"arguments\":\"\",\"name\":\""
                        + turn.tool + "\"},\"id\":\"" + turn.toolId
                        + "\",\"index\":0,\"type\":\"function\"}]},\"finish_reason\":null,\"index\":0}]," + tail
                        + "null}");
        for (String delta : split(turn.input, 5)) {
            chunk(
                    chunks,
                    "{\"choices\":[{\"content_filter_results\":{},\"delta\":{\"tool_calls\":[{\"function\":{\"arguments\":"
                            + BenchText.json(delta)
                            + "},\"index\":0}]},\"finish_reason\":null,\"index\":0,\"logprobs\":null}]," + tail
                            + "null}");
            event(
                    pieces,
                    "content_block_delta",
                    "\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":" + BenchText.json(delta)
                            + "}");
        }
        event(pieces, "content_block_stop", "\"index\":1");
        chunk(
                chunks,
                "{\"choices\":[{\"content_filter_results\":{},\"delta\":{},\"finish_reason\":\"tool_calls\",\"index\":0,"
                        + "\"logprobs\":null}]," + tail + "null}");
        int out = text.random().nextInt(900);
        chunk(
                chunks,
                "{\"choices\":[]," + tail + "{\"completion_tokens\":" + out + ",\"prompt_tokens\":"
                        + text.random().nextInt(90_000)
                        + ",\"prompt_tokens_details\":{\"audio_tokens\":0,\"cached_tokens\":"
                        + text.random().nextInt(90_000) + "}}}");
        chunks.add("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        event(
                pieces,
                "message_delta",
                "\"delta\":{\"stop_reason\":\"tool_use\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":" + out
                        + "}");
        event(pieces, "message_stop", "");
    }

    private List<String> split(String say, int length) {
        List<String> deltas = new ArrayList<>();
        int at = 0;
        while (at < say.length()) {
            int end = Math.min(say.length(), at + 1 + text.random().nextInt(2 * length));
            deltas.add(say.substring(at, end));
            at = end;
        }
        return deltas;
    }

    private static void chunk(List<byte[]> chunks, String json) {
        chunks.add(("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void event(List<byte[]> pieces, String type, String rest) {
        String json = "{\"type\":\"" + type + "\"" + (rest.isEmpty() ? "" : "," + rest) + "}";
        pieces.add(("event: " + type + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
