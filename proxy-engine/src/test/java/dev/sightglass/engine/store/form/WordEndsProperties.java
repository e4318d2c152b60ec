package dev.sightglass.engine.store.form;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WordEndsProperties {
    @Property(tries = 5_000)
    void endsAreCountedWhateverStandsBetween(
            @ForAll @Size(max = 60) byte[] bytes,
            @ForAll @IntRange(max = 60) int one,
            @ForAll @IntRange(max = 60) int other) {
        for (int i = 0; i < bytes.length; i++) if (bytes[i] % 3 == 0) bytes[i] = (byte) (WordSet.END + bytes[i] % 2);
        int from = Math.min(bytes.length, Math.min(one, other));
        int end = Math.min(bytes.length, Math.max(one, other));
        int expected = 0;
        for (int i = from; i < end; i++) if (bytes[i] == WordSet.END) expected++;
        assertThat(WordEnds.count(bytes, from, end)).isEqualTo(expected);
    }
}
