package dev.sightglass.engine;

import dev.sightglass.engine.model.UpstreamKind;
import java.nio.charset.StandardCharsets;

/** A request as the client sends them, and answers as Azure gives them. */
@SuppressWarnings("InlineFormatString") // texts of several lines are read better apart
final class RehearsalSamples {
    private static final String PARAGRAPH =
            "A line of a file, \\\"quoted\\\", with a tab\\t and an umlaut \u00fc.\\n".repeat(60);

    private static final String START = """
            {"model":"sample","max_tokens":100,"stream":true,"metadata":{"user_id":"user_1_session_2"},"system":[{"type":"text",\
            "text":"%1$s","cache_control":{"type":"ephemeral"}}],"tools":[{"name":"Read","description":"d","input_schema":\
            {"type":"object","properties":{"p":{"type":"string"}}}}],"messages":[{"role":"user","content":"<system-reminder>a\
            </system-reminder>"}""";

    private static final String TURN = """
            ,{"role":"assistant","content":[{"type":"text","text":"b"},{"type":"tool_use","id":"toolu_%2$d","name":"Read","input":\
            {"p":"c"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_%2$d","content":"%1$s"},{"type":\
            "text","text":"%1$s","cache_control":{"type":"ephemeral"}}]}""";

    private static final String CHAT = """
            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"t"},"finish_reason":null}]}

            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"content":"u"},"finish_reason":null}]}

            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"id":"c","model":"m","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}

            data: [DONE]

            """;

    private static final String RESPONSES = """
            event: response.created
            data: {"type":"response.created","response":{"id":"r","model":"m","status":"in_progress","output":[]}}

            event: response.output_item.added
            data: {"type":"response.output_item.added","output_index":0,"item":{"type":"message","id":"i","content":[]}}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","output_index":0,"item_id":"i","delta":"t"}

            event: response.output_item.done
            data: {"type":"response.output_item.done","output_index":0,"item":{"type":"message","id":"i","status":"completed",\
            "content":[{"type":"output_text","text":"t"}]}}

            event: response.completed
            data: {"type":"response.completed","response":{"id":"r","model":"m","status":"completed","output":[],"usage":\
            {"input_tokens":1,"output_tokens":1,"total_tokens":2}}}

            """;

    private static final String MESSAGES = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],\
            "usage":{"input_tokens":1,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"t"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    private RehearsalSamples() {}

    /** A request with so many turns before it, some kilobytes each. */
    static byte[] body(int turns) {
        StringBuilder text = new StringBuilder(START.formatted(PARAGRAPH));
        for (int turn = 0; turn < turns; turn++) text.append(TURN.formatted(PARAGRAPH, turn));
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The events of a whole answer. */
    static String answer(UpstreamKind kind) {
        return switch (kind) {
            case CHAT -> CHAT;
            case RESPONSES -> RESPONSES;
            case ANTHROPIC -> MESSAGES;
        };
    }
}
