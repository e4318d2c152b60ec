package dev.sightglass.engine.codec.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {
    private final List<SseEvent> events = new ArrayList<>();
    private final SseReader reader = new SseReader(events::add);

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndSplitAnywhereGivesTheSameEvents(String end) {
        String stream = String.join(
                end,
                "\uFEFFevent: a",
                "data: é😀",
                "data:two",
                "",
                ": comment",
                "id: 1",
                "data",
                "",
                "data:  x",
                "",
                "");
        for (int step : new int[] {1, 2, 3, 5, 7, 1000}) {
            events.clear();
            feed(new SseReader(events::add), stream.getBytes(StandardCharsets.UTF_8), step);
            assertThat(events)
                    .as("in pieces of %d", step)
                    .containsExactly(new SseEvent("a", "é😀\ntwo"), new SseEvent("", ""), new SseEvent("", " x"));
        }
    }

    @Test
    void anEventWithoutItsBlankLineIsNeverGivenOut() {
        feed(reader, "data: whole\n\ndata: half\n".getBytes(StandardCharsets.UTF_8), 4);
        assertThat(events).containsExactly(new SseEvent("", "whole"));
        assertThat(reader.insideEvent()).isTrue();
    }

    @Test
    void bytesThatAreNoUtf8BecomeReplacementCharacters() {
        feed(reader, new byte[] {'d', 'a', 't', 'a', ':', (byte) 0xC3, '(', '\n', '\n'}, 100);
        assertThat(events).containsExactly(new SseEvent("", "\uFFFD("));
    }

    @Test
    void anEventOfEightMegabytesAndManySmallOnesAreExact() {
        String big = "x".repeat(8 << 20);
        feed(reader, ("data: " + big + "\n\n").getBytes(StandardCharsets.UTF_8), 8192);
        assertThat(events.getFirst().data()).isEqualTo(big);
        feed(reader, "data: y\n\n".repeat(20_000).getBytes(StandardCharsets.UTF_8), 8192);
        assertThat(events).hasSize(20_001);
    }

    @Test
    void randomPiecesGiveTheSameAsTheWhole() {
        Random random = new Random(7);
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < 500; i++)
            stream.append("data: ").append(random.nextInt()).append(i % 3 == 0 ? "\r\n\r\n" : "\n\n");
        byte[] bytes = stream.toString().getBytes(StandardCharsets.UTF_8);
        feed(reader, bytes, bytes.length);
        List<SseEvent> whole = List.copyOf(events);
        events.clear();
        SseReader other = new SseReader(events::add);
        for (int i = 0; i < bytes.length; ) {
            int length = Math.min(1 + random.nextInt(40), bytes.length - i);
            other.read(bytes, i, length);
            i += length;
        }
        assertThat(events).isEqualTo(whole).hasSize(500);
    }

    private static void feed(SseReader reader, byte[] bytes, int step) {
        for (int i = 0; i < bytes.length; i += step) reader.read(bytes, i, Math.min(step, bytes.length - i));
    }
}
