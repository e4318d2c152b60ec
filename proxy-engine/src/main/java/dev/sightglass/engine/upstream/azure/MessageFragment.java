package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.TranslationNote;
import java.util.List;

/**
 * One message translated without looking at its neighbours, as the pieces that {@link Conversation} puts in order. Bytes are
 * JSON values with commas between them; no bytes where nothing is to be sent. Paths of notes start inside the message.
 */
public sealed interface MessageFragment {
    byte[] NOTHING = new byte[0];

    List<TranslationNote> notes();

    /** @param calls the client's ids of the tool uses in the message, in order */
    record Assistant(byte[] message, List<String> calls, List<TranslationNote> notes) implements MessageFragment {
        public Assistant {
            calls = List.copyOf(calls);
        }
    }

    /** @param message what is left beside the tool results */
    record User(List<Result> results, byte[] message, List<TranslationNote> notes) implements MessageFragment {
        public User {
            results = List.copyOf(results);
        }
    }

    record Instruction(byte[] message, List<TranslationNote> notes) implements MessageFragment {}

    /**
     * One tool result.
     *
     * @param toolUseId the client's id of the tool use
     * @param path the result's place inside the message
     * @param answer how it is sent as the answer to its call
     * @param orphan how it is sent as a user's text, for a result whose call is not there
     */
    record Result(String toolUseId, String path, byte[] answer, byte[] orphan) {}
}
