package dev.sightglass.simulator.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of what the simulated model says, in its order. */
public sealed interface AnswerPart {
    /** Plain text, sent in the given pieces. */
    record Text(List<String> pieces) implements AnswerPart {
        public Text {
            pieces = List.copyOf(pieces);
        }

        public String whole() {
            return String.join("", pieces);
        }
    }

    /**
     * A call of a function.
     *
     * @param id the call's id; null for one made by the simulator
     * @param argumentPieces JSON text of the arguments in the pieces in which it is streamed; not checked, so that a test can
     *     send broken JSON
     */
    record ToolCall(@Nullable String id, String name, List<String> argumentPieces) implements AnswerPart {
        public ToolCall {
            argumentPieces = List.copyOf(argumentPieces);
        }

        public String arguments() {
            return String.join("", argumentPieces);
        }
    }

    /**
     * Reasoning before the answer. Chat Completions only counts it; Responses and Messages show the summary.
     *
     * @param summary the visible summary, in pieces; may be empty
     * @param encryptedContent the opaque state, sent only where the API has a place for it and the request asks for it
     */
    record Reasoning(List<String> summary, @Nullable String encryptedContent) implements AnswerPart {
        public Reasoning {
            summary = List.copyOf(summary);
        }

        public String whole() {
            return String.join("", summary);
        }
    }

    /** The model declines; the text is its explanation. */
    record Refusal(List<String> pieces) implements AnswerPart {
        public Refusal {
            pieces = List.copyOf(pieces);
        }

        public String whole() {
            return String.join("", pieces);
        }
    }
}
