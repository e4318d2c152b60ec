package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts translated messages into the order that Azure demands: the answers to an assistant's calls follow it directly,
 * whatever stood between them, and each call has exactly one. Neighbours of one role are one turn, as in the Messages API.
 */
public final class Conversation {
    private final List<MessageFragment> fragments = new ArrayList<>();
    private final Set<Place> used = new HashSet<>();
    private final MessageMapper mapper;
    private final Notes notes;

    private Conversation(MessageMapper mapper, Notes notes) {
        this.mapper = mapper;
        this.notes = notes;
    }

    /** Writes the messages as values of the array that {@code out} is in. */
    public static void write(List<Message> messages, MessageMapper mapper, JsonOut out, Notes notes) {
        Conversation conversation = new Conversation(mapper, notes);
        for (Message message : messages) conversation.fragments.add(mapper.map(message));
        for (int i = 0; i < messages.size(); i++) conversation.write(i, out);
    }

    private void write(int index, JsonOut out) {
        MessageFragment fragment = fragments.get(index);
        if (!fragment.notes().isEmpty()) notes.addAll("messages[" + index + "].", fragment.notes());
        switch (fragment) {
            case MessageFragment.Assistant assistant -> {
                out.raw(assistant.message());
                for (String call : assistant.calls()) writeResult(index, call, out);
            }
            case MessageFragment.User user -> {
                writeOrphans(index, user, out);
                out.raw(user.message());
            }
            case MessageFragment.Instruction instruction -> out.raw(instruction.message());
        }
    }

    private void writeResult(int assistantIndex, String call, JsonOut out) {
        int end = turnEnd(assistantIndex);
        for (int i = assistantIndex + 1; i < end; i++) {
            if (fragments.get(i) instanceof MessageFragment.User user) {
                for (int j = 0; j < user.results().size(); j++) {
                    MessageFragment.Result result = user.results().get(j);
                    if (result.toolUseId().equals(call) && used.add(new Place(i, j))) {
                        out.raw(result.answer());
                        return;
                    }
                }
            }
        }
        notes.add(
                Action.INVENTED,
                "messages[" + assistantIndex + "].content",
                null,
                "the tool call " + call + " has no result; Azure demands one, so it is told that there is none");
        out.raw(mapper.noResult(call));
    }

    /** The index of the next assistant turn: results of this one stand before it. */
    private int turnEnd(int assistantIndex) {
        boolean seenUser = false;
        for (int i = assistantIndex + 1; i < fragments.size(); i++) {
            if (fragments.get(i) instanceof MessageFragment.User) seenUser = true;
            else if (seenUser && fragments.get(i) instanceof MessageFragment.Assistant) return i;
        }
        return fragments.size();
    }

    private void writeOrphans(int index, MessageFragment.User user, JsonOut out) {
        for (int j = 0; j < user.results().size(); j++) {
            if (used.contains(new Place(index, j))) continue;
            MessageFragment.Result result = user.results().get(j);
            notes.add(
                    Action.MOVED,
                    "messages[" + index + "]." + result.path(),
                    null,
                    "no call before it has the id " + result.toolUseId() + "; sent as the user's text");
            out.raw(result.orphan());
        }
    }

    /** A tool result's place: the same message may stand twice in a conversation. */
    private record Place(int message, int result) {}
}
