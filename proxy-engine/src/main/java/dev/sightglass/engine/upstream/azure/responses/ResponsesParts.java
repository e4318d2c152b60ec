package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.upstream.azure.Parts;

/** The content of a user message or a function's output, as the Responses API has it. */
final class ResponsesParts implements Parts {
    private final JsonOut parts = new JsonOut().beginArray();
    private final StringBuilder texts = new StringBuilder();
    private int count;
    private boolean textOnly = true;

    @Override
    public void text(String text) {
        if (count > 0) texts.append('\n');
        texts.append(text);
        count++;
        parts.beginObject().field("type", "input_text").field("text", text).endObject();
    }

    @Override
    public void image(String url) {
        textOnly = false;
        count++;
        parts.beginObject().field("type", "input_image").field("image_url", url);
        parts.field("detail", "auto").endObject();
    }

    @Override
    public void file(String name, String dataUrl) {
        textOnly = false;
        count++;
        parts.beginObject().field("type", "input_file").field("filename", name);
        parts.field("file_data", dataUrl).endObject();
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean textOnly() {
        return textOnly;
    }

    /** All texts, one a line. */
    String texts() {
        return texts.toString();
    }

    /** Ends the array; call once. */
    byte[] array() {
        return parts.endArray().toByteArray();
    }
}
