package dev.sightglass.engine.detail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sightglass.engine.detail.AlignedPiece.State;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.TranslationNote.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestAlignmentTest {

    private static List<AlignedPiece> aligned(String client, String upstream, TranslationNote... notes) {
        return RequestAlignment.of(client.getBytes(UTF_8), upstream.getBytes(UTF_8), List.of(notes));
    }

    @Test
    void renamedFieldsStandBesideEachOther() {
        assertThat(aligned("{\"model\":\"m\",\"max_tokens\":5}", "{\"model\":\"m\",\"max_completion_tokens\":5}"))
                .extracting(AlignedPiece::clientPath, AlignedPiece::upstreamPath, AlignedPiece::state)
                .containsExactly(
                        tuple("model", "model", State.SAME),
                        tuple("max_tokens", "max_completion_tokens", State.CHANGED));
    }

    @Test
    void callsAndResultsAreFoundByTheirIds() {
        String client = """
                {"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"Bash","input":{"a":1}}]},
                {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"done"}]}]}""";
        String upstream = """
                {"messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"t1","function":{"arguments":"{\\"a\\":1}"}}]},
                {"role":"tool","tool_call_id":"t1","content":"done"}]}""";

        assertThat(aligned(client, upstream))
                .extracting(AlignedPiece::upstreamPath, AlignedPiece::state)
                .containsExactly(tuple("messages[0].tool_calls[0]", State.SAME), tuple("messages[1]", State.SAME));
    }

    @Test
    void whatIsLeftOutAndWhatIsAddedIsToldWithItsReason() {
        TranslationNote note =
                new TranslationNote(Direction.REQUEST, "thinking", null, Action.DROPPED, "No reasoning here.");

        List<AlignedPiece> pieces = aligned(
                "{\"thinking\":{\"type\":\"adaptive\"}}", "{\"stream_options\":{\"include_usage\":true}}", note);

        assertThat(pieces.getFirst().state()).isEqualTo(State.DROPPED);
        assertThat(pieces.getFirst().reason()).isEqualTo("No reasoning here.");
        assertThat(pieces.getLast().state()).isEqualTo(State.ADDED);
        assertThat(pieces.getLast().upstreamPath()).isEqualTo("stream_options");
    }

    @Test
    void systemBlocksAreFoundInTheJoinedMessage() {
        assertThat(aligned(
                                "{\"system\":[{\"type\":\"text\",\"text\":\"one\"},{\"type\":\"text\",\"text\":\"two\"}]}",
                                "{\"messages\":[{\"role\":\"system\",\"content\":\"one\\n\\ntwo\"}]}")
                        .stream()
                        .map(AlignedPiece::upstreamPath))
                .containsExactly("messages[0].content", "messages[0].content");
    }

    @Test
    void brokenRequestsAreNotAligned() {
        assertThat(aligned("{", "{}")).isEmpty();
    }
}
