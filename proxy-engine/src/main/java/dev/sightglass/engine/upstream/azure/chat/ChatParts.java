package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.upstream.azure.Parts;

/** The content of a user message of Chat Completions: one text as a string, anything else as parts in order. */
final class ChatParts implements Parts {
    private final JsonOut parts = new JsonOut().beginArray();
    private String onlyText = "";
    private int count;

    @Override
    public void text(String text) {
        onlyText = text;
        count++;
        parts.beginObject().field("type", "text").field("text", text).endObject();
    }

    @Override
    public void image(String url) {
        onlyText = "";
        count++;
        parts.beginObject().field("type", "image_url").name("image_url").beginObject();
        parts.field("url", url).endObject().endObject();
    }

    @Override
    public void file(String name, String dataUrl) {
        onlyText = "";
        count++;
        parts.beginObject().field("type", "file").name("file").beginObject();
        parts.field("filename", name).field("file_data", dataUrl).endObject().endObject();
    }

    boolean isEmpty() {
        return count == 0;
    }

    void writeTo(JsonOut out) {
        if (count == 1 && !onlyText.isEmpty()) {
            out.value(onlyText);
        } else {
            parts.endArray();
            out.raw(parts.toByteArray());
        }
    }
}
