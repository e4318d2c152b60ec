package dev.sightglass.app.inspector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.detail.StreamDelta;
import dev.sightglass.engine.detail.StreamDelta.Kind;
import dev.sightglass.engine.detail.StreamEventView;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamPairsTest {
    private static int made;

    private static StreamRow row(boolean fromAzure, Kind kind, String text) {
        StreamEventView event = new StreamEventView(made++, null, "{}", null, made, 1, 0, 2, true);
        return new StreamRow(fromAzure, event, new StreamDelta(kind, text));
    }

    @Test
    void contentCutOtherwiseIsPairedByWhereItStands() {
        StreamRow long1 = row(true, Kind.TEXT, "Hello world");
        StreamRow one = row(false, Kind.TEXT, "Hello ");
        StreamRow two = row(false, Kind.TEXT, "world");
        StreamRow tail = row(true, Kind.TEXT, "!");
        StreamRow three = row(false, Kind.TEXT, "!");
        StreamPairs pairs = new StreamPairs(List.of(long1, one, two, tail, three));

        assertThat(pairs.of(long1)).containsExactly(one, two);
        assertThat(pairs.of(two)).containsExactly(long1);
        assertThat(pairs.of(tail)).containsExactly(three);
    }

    @Test
    void textThinkingAndArgumentsAreCountedApart() {
        StreamRow thought = row(true, Kind.THINKING, "hm");
        StreamRow said = row(true, Kind.TEXT, "yes");
        StreamRow thoughtOn = row(false, Kind.THINKING, "hm");
        StreamRow saidOn = row(false, Kind.TEXT, "yes");
        StreamPairs pairs = new StreamPairs(List.of(thought, said, thoughtOn, saidOn));

        assertThat(pairs.of(thought)).containsExactly(thoughtOn);
        assertThat(pairs.of(said)).containsExactly(saidOn);
    }

    @Test
    void pingsHaveNoCounterpart() {
        StreamRow ping = row(false, Kind.PING, "");
        assertThat(new StreamPairs(List.of(row(true, Kind.PING, ""), ping)).of(ping))
                .isEmpty();
    }
}
