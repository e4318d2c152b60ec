package dev.sightglass.app.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryHistoryTest {
    private final QueryHistory history = new QueryHistory();

    @Test
    void theLastTwentyAreKeptEachOnceTheNewestFirst() {
        IntStream.rangeClosed(1, 25).forEach(n -> history.add("id=" + n));
        history.add("id=10");
        history.add("  ");
        assertThat(history.queries()).hasSize(20).startsWith("id=10", "id=25").doesNotHaveDuplicates();
    }

    @Test
    void aWalkGoesBackToTheOldestAndForthToWhatWasBeingTyped() {
        history.restore(List.of("second", "first"));
        assertThat(history.older("draft")).isEqualTo("second");
        assertThat(history.older("second")).isEqualTo("first");
        assertThat(history.older("first")).isEqualTo("first");
        assertThat(history.newer("first")).isEqualTo("second");
        assertThat(history.newer("second")).isEqualTo("draft");
        assertThat(history.walking()).isFalse();
    }
}
