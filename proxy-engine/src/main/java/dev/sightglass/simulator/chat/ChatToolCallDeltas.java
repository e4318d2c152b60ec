package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.answer.AnswerPart.ToolCall;
import dev.sightglass.simulator.api.ToolCallShape;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The deltas that carry tool calls, in the shape that is wanted. */
final class ChatToolCallDeltas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ChatToolCallDeltas() {}

    static List<ObjectNode> of(List<ToolCall> calls, ToolCallShape shape) {
        return switch (shape) {
            case ONE_BY_ONE -> oneByOne(calls, false, false);
            case ID_AND_NAME_REPEATED -> oneByOne(calls, true, false);
            case ID_AND_NAME_SPLIT -> oneByOne(calls, false, true);
            case INTERLEAVED -> interleaved(calls);
            case ALL_IN_EACH_CHUNK -> allInEachChunk(calls);
            case EVERYTHING_IN_ONE_CHUNK -> List.of(wholeCalls(calls));
        };
    }

    /** All calls with all their arguments in one delta. */
    static ObjectNode wholeCalls(List<ToolCall> calls) {
        List<ObjectNode> entries = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            entries.add(entry(i, calls.get(i), calls.get(i).arguments()));
        }
        return delta(entries);
    }

    private static List<ObjectNode> oneByOne(List<ToolCall> calls, boolean repeated, boolean split) {
        List<ObjectNode> deltas = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            ToolCall call = calls.get(i);
            deltas.addAll(split ? splitStart(i, call) : List.of(delta(List.of(entry(i, call, "")))));
            for (String piece : call.argumentPieces()) {
                deltas.add(delta(List.of(repeated ? entry(i, call, piece) : piece(i, piece))));
            }
        }
        return deltas;
    }

    private static List<ObjectNode> splitStart(int index, ToolCall call) {
        ObjectNode idOnly =
                JSON.objectNode().put("id", call.id()).put("index", index).put("type", "function");
        ObjectNode nameOnly = JSON.objectNode();
        nameOnly.putObject("function").put("name", call.name());
        nameOnly.put("index", index);
        return List.of(delta(List.of(idOnly)), delta(List.of(nameOnly)));
    }

    private static List<ObjectNode> interleaved(List<ToolCall> calls) {
        List<ObjectNode> deltas = new ArrayList<>();
        for (List<ObjectNode> round : rounds(calls)) {
            round.forEach(entry -> deltas.add(delta(List.of(entry))));
        }
        return deltas;
    }

    private static List<ObjectNode> allInEachChunk(List<ToolCall> calls) {
        return rounds(calls).stream().map(ChatToolCallDeltas::delta).toList();
    }

    /** The starts of all calls, then the first argument piece of each, then the second, until all have been said. */
    private static List<List<ObjectNode>> rounds(List<ToolCall> calls) {
        List<List<ObjectNode>> rounds = new ArrayList<>();
        List<ObjectNode> starts = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            starts.add(entry(i, calls.get(i), ""));
        }
        rounds.add(starts);
        int longest = calls.stream()
                .mapToInt(call -> call.argumentPieces().size())
                .max()
                .orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            rounds.add(round(calls, turn));
        }
        return rounds;
    }

    private static List<ObjectNode> round(List<ToolCall> calls, int turn) {
        List<ObjectNode> round = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (turn < calls.get(i).argumentPieces().size()) {
                round.add(piece(i, calls.get(i).argumentPieces().get(turn)));
            }
        }
        return round;
    }

    private static ObjectNode entry(int index, ToolCall call, String arguments) {
        ObjectNode entry = JSON.objectNode();
        entry.putObject("function").put("arguments", arguments).put("name", call.name());
        return entry.put("id", call.id()).put("index", index).put("type", "function");
    }

    private static ObjectNode piece(int index, String arguments) {
        ObjectNode entry = JSON.objectNode();
        entry.putObject("function").put("arguments", arguments);
        return entry.put("index", index);
    }

    private static ObjectNode delta(List<ObjectNode> entries) {
        ObjectNode delta = JSON.objectNode();
        ArrayNode calls = delta.putArray("tool_calls");
        entries.forEach(calls::add);
        return delta;
    }
}
