package dev.sightglass.engine.model.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One block of a message's content. {@code other} holds the fields that have no component. */
public sealed interface ContentBlock {
    /** The fields of the block that have no component here, such as {@code cache_control}. */
    List<OtherField> other();

    record Text(String text, List<OtherField> other) implements ContentBlock {
        public Text {
            other = List.copyOf(other);
        }
    }

    record Thinking(String thinking, String signature, List<OtherField> other) implements ContentBlock {
        public Thinking {
            other = List.copyOf(other);
        }
    }

    /** Reasoning that only the model may read. */
    record RedactedThinking(String data, List<OtherField> other) implements ContentBlock {
        public RedactedThinking {
            other = List.copyOf(other);
        }
    }

    record Image(Source source, List<OtherField> other) implements ContentBlock {
        public Image {
            other = List.copyOf(other);
        }
    }

    record Document(
            Source source, @Nullable String title, @Nullable String context, List<OtherField> other)
            implements ContentBlock {
        public Document {
            other = List.copyOf(other);
        }
    }

    record SearchResult(String source, String title, List<ContentBlock> content, List<OtherField> other)
            implements ContentBlock {
        public SearchResult {
            content = List.copyOf(content);
            other = List.copyOf(other);
        }
    }

    /** @param input the arguments' JSON text as received, always an object */
    record ToolUse(String id, String name, String input, List<OtherField> other) implements ContentBlock {
        public ToolUse {
            other = List.copyOf(other);
        }
    }

    /** @param content a plain string is one {@link Text}; empty when missing or null */
    record ToolResult(String toolUseId, List<ContentBlock> content, boolean isError, List<OtherField> other)
            implements ContentBlock {
        public ToolResult {
            content = List.copyOf(content);
            other = List.copyOf(other);
        }
    }

    /** A tool that a search for tools has loaded. */
    record ToolReference(String toolName, List<OtherField> other) implements ContentBlock {
        public ToolReference {
            other = List.copyOf(other);
        }
    }

    /** A block of another type, as received. */
    record Unknown(String type, String json) implements ContentBlock {
        @Override
        public List<OtherField> other() {
            return List.of();
        }
    }
}
