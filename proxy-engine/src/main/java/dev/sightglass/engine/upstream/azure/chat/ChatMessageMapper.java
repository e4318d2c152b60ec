package dev.sightglass.engine.upstream.azure.chat;

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

/** Single messages as Chat Completions has them. */
final class ChatMessageMapper implements MessageMapper {
    @Override
    public MessageFragment map(Message message) {
        Notes notes = new Notes(Direction.REQUEST);
        FieldNotes.dropped("", message.other(), notes);
        return switch (message.role()) {
            case USER -> user(message, notes);
            case ASSISTANT -> assistant(message, notes);
            case SYSTEM -> {
                String text = InstructionText.of(message, notes);
                yield new MessageFragment.Instruction(textMessage("system", text), notes.list());
            }
        };
    }

    @Override
    public byte[] noResult(String toolUseId) {
        return toolMessage(toolUseId, "(no result: the call was interrupted)");
    }

    private static MessageFragment user(Message message, Notes notes) {
        ChatParts parts = new ChatParts();
        List<MessageFragment.Result> results = new ArrayList<>();
        for (int i = 0; i < message.content().size(); i++) {
            String path = message.plain() ? "content" : "content[" + i + "]";
            if (message.content().get(i) instanceof ContentBlock.ToolResult result)
                results.add(result(result, parts, path, notes));
            else ContentMapper.append(message.content().get(i), parts, path, notes);
        }
        byte[] rest = MessageFragment.NOTHING;
        if (!parts.isEmpty()) {
            JsonOut out = new JsonOut(512).beginObject().field("role", "user").name("content");
            parts.writeTo(out);
            rest = out.endObject().toByteArray();
        }
        return new MessageFragment.User(results, rest, notes.list());
    }

    /** Its text answers the call; its images follow in the user's message, since tool messages hold text only. */
    private static MessageFragment.Result result(
            ContentBlock.ToolResult result, ChatParts parts, String path, Notes notes) {
        FieldNotes.dropped(path + ".", result.other(), notes);
        String id = CallIds.sent(result.toolUseId(), CallIds.CHAT_MAX);
        if (!id.equals(result.toolUseId()))
            notes.add(Action.SHORTENED, path + ".tool_use_id", id, "the same as in its call");
        ResultText text = new ResultText(parts);
        for (int i = 0; i < result.content().size(); i++)
            ContentMapper.append(result.content().get(i), text, path + ".content[" + i + "]", notes);
        if (text.moved())
            notes.add(Action.MOVED, path + ".content", null, "tool messages hold text only; images follow the results");
        String whole = text.text();
        if (result.isError() && !whole.startsWith("Error")) {
            whole = "Error: " + whole;
            notes.add(Action.REPLACED, path + ".is_error", null, "there is no field for it; the text says so");
        } else if (result.isError()) {
            notes.dropped(path + ".is_error", "there is no field for it; the text says so already");
        }
        byte[] orphan = textMessage("user", "[Result of a tool call " + result.toolUseId() + "]\n" + whole);
        return new MessageFragment.Result(result.toolUseId(), path, toolMessage(result.toolUseId(), whole), orphan);
    }

    private static MessageFragment assistant(Message message, Notes notes) {
        String text = AssistantText.of(message, notes);
        List<String> calls = new ArrayList<>();
        JsonOut toolCalls = new JsonOut(256).beginArray();
        for (int i = 0; i < message.content().size(); i++) {
            if (message.content().get(i) instanceof ContentBlock.ToolUse use) {
                calls.add(use.id());
                FieldNotes.dropped("content[" + i + "].", use.other(), notes);
                writeCall(use, "content[" + i + "]", toolCalls, notes);
            }
        }
        if (text.isEmpty() && calls.isEmpty()) {
            notes.dropped("content", "nothing is left of the message that Azure could take");
            return new MessageFragment.Assistant(MessageFragment.NOTHING, calls, notes.list());
        }
        JsonOut out = new JsonOut(512).beginObject().field("role", "assistant");
        if (!text.isEmpty()) out.field("content", text);
        if (!calls.isEmpty()) out.name("tool_calls").raw(toolCalls.endArray().toByteArray());
        return new MessageFragment.Assistant(out.endObject().toByteArray(), calls, notes.list());
    }

    private static void writeCall(ContentBlock.ToolUse use, String path, JsonOut out, Notes notes) {
        String id = CallIds.sent(use.id(), CallIds.CHAT_MAX);
        String name = ToolNames.sent(use.name());
        if (!id.equals(use.id()))
            notes.add(Action.SHORTENED, path + ".id", id, "Azure takes ids of up to 40 characters");
        if (!name.equals(use.name()))
            notes.add(Action.SHORTENED, path + ".name", name, "Azure takes 64 letters, digits, _ and -");
        out.beginObject()
                .field("id", id)
                .field("type", "function")
                .name("function")
                .beginObject();
        out.field("name", name).field("arguments", use.input()).endObject().endObject();
    }

    private static byte[] toolMessage(String toolUseId, String text) {
        return new JsonOut(text.length() + 96)
                .beginObject()
                .field("role", "tool")
                .field("tool_call_id", CallIds.sent(toolUseId, CallIds.CHAT_MAX))
                .field("content", text)
                .endObject()
                .toByteArray();
    }

    private static byte[] textMessage(String role, String text) {
        if (text.isEmpty()) return MessageFragment.NOTHING;
        return new JsonOut(text.length() + 64)
                .beginObject()
                .field("role", role)
                .field("content", text)
                .endObject()
                .toByteArray();
    }
}
