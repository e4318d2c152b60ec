package dev.sightglass.engine.model.message;

import java.util.List;

/** Where the content of an image or a document comes from. */
public sealed interface Source {
    /** The bytes themselves, in base64. */
    record Base64(String mediaType, String data) implements Source {}

    /** An address to fetch it from. */
    record Url(String url) implements Source {}

    /** A file that was uploaded to the API before. */
    record FileId(String fileId) implements Source {}

    /** Plain text (documents only). */
    record PlainText(String mediaType, String text) implements Source {}

    /** Content blocks (documents only). */
    record Blocks(List<ContentBlock> content) implements Source {
        public Blocks {
            content = List.copyOf(content);
        }
    }

    /** A kind of source that this version does not know. */
    record Unknown(String type, String json) implements Source {}
}
