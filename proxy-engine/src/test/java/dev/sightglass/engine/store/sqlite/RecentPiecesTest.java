package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class RecentPiecesTest {
    private final RecentPieces recent = new RecentPieces(100);

    @Test
    void pieceIsKnownAgainInTheMiddleOfABody() {
        recent.put(bytes("a message"), 7);
        assertThat(recent.find(bytes("[a message,"), 1, 10)).isEqualTo(7);
        assertThat(recent.find(bytes("[a massage,"), 1, 10)).isNull();
    }

    @Test
    void anotherPieceOfTheSameChecksumIsNotTakenForIt() {
        byte[][] two = sameChecksum();
        recent.put(two[0], 1);
        assertThat(recent.find(two[1], 0, two[1].length)).isNull();
        recent.put(two[1], 2);
        assertThat(recent.find(two[1], 0, two[1].length)).isEqualTo(2);
        assertThat(recent.find(two[0], 0, two[0].length)).isNull();
    }

    @Test
    void pieceThatWasNotUsedForLongestGivesWay() {
        recent.put(bytes("x".repeat(40)), 1);
        recent.put(bytes("y".repeat(40)), 2);
        assertThat(recent.find(bytes("x".repeat(40)), 0, 40)).isEqualTo(1);
        recent.put(bytes("z".repeat(40)), 3);
        assertThat(recent.find(bytes("x".repeat(40)), 0, 40)).isEqualTo(1);
        assertThat(recent.find(bytes("y".repeat(40)), 0, 40)).isNull();
        recent.put(bytes("w".repeat(101)), 4);
        assertThat(recent.find(bytes("w".repeat(101)), 0, 101)).isNull();
    }

    private static byte[][] sameChecksum() {
        Random random = new Random(1);
        Map<Long, byte[]> seen = new HashMap<>();
        while (true) {
            byte[] bytes = ByteBuffer.allocate(8).putLong(random.nextLong()).array();
            CRC32C crc = new CRC32C();
            crc.update(bytes);
            byte[] before = seen.put(crc.getValue(), bytes);
            if (before != null) return new byte[][] {before, bytes};
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
