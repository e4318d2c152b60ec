package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.upstream.azure.AssistantText;
import dev.sightglass.engine.upstream.azure.CallIds;
import dev.sightglass.engine.upstream.azure.ContentMapper;
import dev.sightglass.engine.upstream.azure.FieldNotes;
import dev.sightglass.engine.upstream.azure.InstructionText;
import dev.sightglass.engine.upstream.azure.MessageFragment;
import dev.sightglass.engine.upstream.azure.MessageMapper;
import dev.sightglass.engine.upstream.azure.Notes;
import dev.sightglass.engine.upstream.azure.ToolNames;
import java.util.ArrayList;
import java.util.List;

/** Single messages as items of the Responses API; the order inside a message is kept. */
final class ResponsesMessageMapper implements MessageMapper {
    private static final int MAX_ID = CallIds.RESPONSES_MAX;

    private final boolean reasoning;

    /** @param reasoning whether reasoning items may be given back */
    ResponsesMessageMapper(boolean reasoning) {
        this.reasoning = reasoning;
    }

    @Override
    public MessageFragment map(Message message) {
        Notes notes = new Notes(Direction.REQUEST);
        FieldNotes.dropped("", message.other(), notes);
        return switch (message.role()) {
            case USER -> user(message, notes);
            case ASSISTANT -> assistant(message, notes);
            case SYSTEM -> {
                String text = InstructionText.of(message, notes);
                yield new MessageFragment.Instruction(textItem("system", text), notes.list());
            }
        };
    }

    @Override
    public byte[] noResult(String toolUseId) {
        byte[] text =
                new JsonOut().value("(no result: the call was interrupted)").toByteArray();
        return output(toolUseId, text);
    }

    private static MessageFragment user(Message message, Notes notes) {
        ResponsesParts parts = new ResponsesParts();
        List<MessageFragment.Result> results = new ArrayList<>();
        for (int i = 0; i < message.content().size(); i++) {
            String path = message.plain() ? "content" : "content[" + i + "]";
            if (message.content().get(i) instanceof ContentBlock.ToolResult result)
                results.add(result(result, path, notes));
            else ContentMapper.append(message.content().get(i), parts, path, notes);
        }
        byte[] rest = parts.isEmpty() ? MessageFragment.NOTHING : item("user", parts.array());
        return new MessageFragment.User(results, rest, notes.list());
    }

    private static MessageFragment.Result result(ContentBlock.ToolResult result, String path, Notes notes) {
        FieldNotes.dropped(path + ".", result.other(), notes);
        String id = CallIds.sent(result.toolUseId(), MAX_ID);
        if (!id.equals(result.toolUseId()))
            notes.add(Action.SHORTENED, path + ".tool_use_id", id, "the same as in its call");
        ResponsesParts parts = new ResponsesParts();
        if (result.isError()) {
            parts.text("Error:");
            notes.add(Action.REPLACED, path + ".is_error", null, "there is no field for it; the text says so");
        }
        for (int i = 0; i < result.content().size(); i++)
            ContentMapper.append(result.content().get(i), parts, path + ".content[" + i + "]", notes);
        String head = "[Result of a tool call " + result.toolUseId() + "]\n";
        if (parts.textOnly()) {
            byte[] text = new JsonOut().value(parts.texts()).toByteArray();
            byte[] orphan = textItem("user", head + parts.texts());
            return new MessageFragment.Result(result.toolUseId(), path, output(result.toolUseId(), text), orphan);
        }
        byte[] array = parts.array();
        return new MessageFragment.Result(
                result.toolUseId(), path, output(result.toolUseId(), array), item("user", array));
    }

    private MessageFragment assistant(Message message, Notes notes) {
        List<String> calls = new ArrayList<>();
        JsonOut items = new JsonOut(512);
        for (int i = 0; i < message.content().size(); i++) {
            String path = message.plain() ? "content" : "content[" + i + "]";
            switch (message.content().get(i)) {
                case ContentBlock.ToolUse use -> {
                    calls.add(use.id());
                    FieldNotes.dropped(path + ".", use.other(), notes);
                    writeCall(use, path, items, notes);
                }
                case ContentBlock.Thinking thinking
                when ReasoningSignature.of(thinking.signature()) != null ->
                    writeReasoning(thinking, path, items, notes);
                case ContentBlock block -> items.raw(assistantText(AssistantText.of(block, path, notes)));
            }
        }
        if (items.size() == 0) notes.dropped("content", "nothing is left of the message that Azure could take");
        return new MessageFragment.Assistant(items.toByteArray(), calls, notes.list());
    }

    private void writeReasoning(ContentBlock.Thinking thinking, String path, JsonOut out, Notes notes) {
        ReasoningSignature signature = ReasoningSignature.of(thinking.signature());
        FieldNotes.dropped(path + ".", thinking.other(), notes);
        if (signature == null || !reasoning) {
            notes.dropped(path, "this deployment's model family takes no reasoning back");
            return;
        }
        out.beginObject().field("type", "reasoning").field("id", signature.id());
        out.name("summary").beginArray();
        if (!thinking.thinking().isEmpty())
            out.beginObject()
                    .field("type", "summary_text")
                    .field("text", thinking.thinking())
                    .endObject();
        out.endArray().field("encrypted_content", signature.encryptedContent()).endObject();
    }

    private static void writeCall(ContentBlock.ToolUse use, String path, JsonOut out, Notes notes) {
        String id = CallIds.sent(use.id(), MAX_ID);
        String name = ToolNames.sent(use.name());
        if (!id.equals(use.id()))
            notes.add(Action.SHORTENED, path + ".id", id, "Azure takes ids of up to 64 characters");
        if (!name.equals(use.name()))
            notes.add(Action.SHORTENED, path + ".name", name, "Azure takes 64 letters, digits, _ and -");
        out.beginObject().field("type", "function_call").field("call_id", id);
        out.field("name", name).field("arguments", use.input()).endObject();
    }

    /** As plain text: an {@code output_text} part belongs to an answer of the API, whose id the client does not have. */
    private static byte[] assistantText(String text) {
        if (text.isEmpty()) return MessageFragment.NOTHING;
        JsonOut out = new JsonOut(text.length() + 64).beginObject().field("type", "message");
        return out.field("role", "assistant").field("content", text).endObject().toByteArray();
    }

    private static byte[] textItem(String role, String text) {
        if (text.isEmpty()) return MessageFragment.NOTHING;
        ResponsesParts parts = new ResponsesParts();
        parts.text(text);
        return item(role, parts.array());
    }

    private static byte[] item(String role, byte[] content) {
        JsonOut out = new JsonOut(content.length + 64).beginObject().field("type", "message");
        return out.field("role", role).name("content").raw(content).endObject().toByteArray();
    }

    private static byte[] output(String toolUseId, byte[] output) {
        JsonOut out = new JsonOut(output.length + 128).beginObject().field("type", "function_call_output");
        out.field("call_id", CallIds.sent(toolUseId, MAX_ID));
        return out.name("output").raw(output).endObject().toByteArray();
    }
}
