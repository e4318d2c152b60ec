package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.messages.MessageStreamWriter;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.upstream.azure.AnswerLog;
import dev.sightglass.engine.upstream.azure.CallIds;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One item of a streamed response: what has come of it and waits to be written as a block. One thread. */
final class OutputItem {
    private enum Kind {
        MESSAGE,
        REASONING,
        CALL,
        OTHER
    }

    private final Kind kind;
    private final String path;
    private final StringBuilder waiting = new StringBuilder();
    private String name;
    private String callId;
    private String signature = "";
    private boolean begun;
    private boolean anyPiece;
    private boolean done;

    /**
     * @param item as it was when it was added
     * @param path where it stands, for notes
     */
    OutputItem(JsonNode item, String path) {
        this.path = path;
        kind = switch (item.path("type").asString("")) {
            case "message" -> Kind.MESSAGE;
            case "reasoning" -> Kind.REASONING;
            case "function_call" -> Kind.CALL;
            default -> Kind.OTHER;
        };
        name = item.path("name").asString("");
        callId = item.path("call_id").asString("");
    }

    void add(String piece) {
        if (piece.isEmpty()) return;
        anyPiece = true;
        waiting.append(piece);
    }

    boolean anyPiece() {
        return anyPiece;
    }

    boolean done() {
        return done;
    }

    boolean known() {
        return kind != Kind.OTHER;
    }

    /** The item is whole; what its pieces did not bring is taken from here. */
    void finish(JsonNode item) {
        done = true;
        if (name.isEmpty()) name = item.path("name").asString("");
        if (callId.isEmpty()) callId = item.path("call_id").asString("");
        String encrypted = item.path("encrypted_content").asString("");
        if (!encrypted.isEmpty())
            signature = new ReasoningSignature(item.path("id").asString(""), encrypted).text();
        if (!anyPiece) add(wholeText(item));
    }

    /** Ends the item with what has come. */
    void finish() {
        done = true;
    }

    private String wholeText(JsonNode item) {
        StringBuilder text = new StringBuilder();
        switch (kind) {
            case CALL -> text.append(item.path("arguments").asString(""));
            case MESSAGE -> {
                for (JsonNode part : item.path("content"))
                    text.append(part.path("text").asString(""))
                            .append(part.path("refusal").asString(""));
            }
            case REASONING -> {
                for (JsonNode part : item.path("summary"))
                    text.append(text.isEmpty() ? "" : "\n\n")
                            .append(part.path("text").asString(""));
            }
            case OTHER -> {}
        }
        return text.toString();
    }

    /** Writes what waits; ends the block when the item is done. */
    void write(MessageStreamWriter writer, Map<String, String> names, AnswerLog log) {
        switch (kind) {
            case MESSAGE -> {
                if (!waiting.isEmpty()) writer.text(waiting.toString());
            }
            case REASONING -> {
                if (!waiting.isEmpty()) writer.thinking(waiting.toString());
                if (done && !signature.isEmpty()) writer.signature(signature);
            }
            case CALL -> writeCall(writer, names, log);
            case OTHER -> {}
        }
        waiting.setLength(0);
        if (done) writer.closeBlock();
    }

    private void inventId(AnswerLog log) {
        callId = CallIds.invented(log.responseId() + "/" + path);
        log.notes.add(Action.INVENTED, path + ".call_id", callId, "Azure gave the call no id");
    }

    private void writeCall(MessageStreamWriter writer, Map<String, String> names, AnswerLog log) {
        if (name.isEmpty()) {
            if (done) log.notes.dropped(path, "a call without a tool's name");
            return;
        }
        if (!begun) {
            begun = true;
            if (callId.isEmpty()) inventId(log);
            String own = names.getOrDefault(name, name);
            log.toolCalled(own);
            writer.toolStart(callId, own);
        }
        if (!waiting.isEmpty()) writer.toolInput(waiting.toString());
    }
}
