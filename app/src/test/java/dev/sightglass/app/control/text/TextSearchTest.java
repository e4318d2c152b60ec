package dev.sightglass.app.control.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextSearchTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static SourceText document(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new SourceText(bytes, bytes.length, Syntax.JSON);
    }

    @Test
    void plainTextIsFoundWithoutRegardToCase() {
        SearchHits hits = TextSearch.plain(document("one Tool, two TOOLS\ntool"), "tool", LIMIT);

        assertThat(hits.starts()).containsExactly(4, 14, 20);
        assertThat(hits.complete()).isTrue();
    }

    @Test
    void quotedTextIsFoundInItsEscapedForm() {
        assertThat(TextSearch.plain(document("{\"a\":\"say \\\"hi\\\"\"}"), "say \"hi\"", LIMIT)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void textBeyondAsciiIsFoundAtItsBytes() {
        SearchHits hits = TextSearch.plain(document("äö Straße ÄÖ"), "äö", LIMIT);

        assertThat(hits.starts()).containsExactly(0, 13);
        assertThat(hits.ends()[0]).isEqualTo(4);
    }

    @Test
    void patternsMatchWithinLines() {
        SearchHits hits = TextSearch.regex(document("a1\nb22\nc"), "[a-z]\\d+$", LIMIT);

        assertThat(hits.starts()).containsExactly(0, 3);
    }

    @Test
    void wrongPatternSaysWhatIsWrong() {
        assertThat(TextSearch.regex(document("x"), "(a", LIMIT).problem()).contains("Unclosed group");
    }

    @Test
    void hostilePatternEndsInTime() {
        SearchHits hits = TextSearch.regex(document("a".repeat(5_000) + "b"), "(a|aa)+$", Duration.ofMillis(200));

        assertThat(hits.complete()).isFalse();
        assertThat(hits.problem()).isNotBlank();
    }

    @Test
    void stepsFromHitToHit() {
        SearchHits hits = TextSearch.plain(document("x..x..x"), "x", LIMIT);

        assertThat(hits.firstFrom(1)).isEqualTo(1);
        assertThat(hits.firstFrom(3)).isEqualTo(1);
        assertThat(hits.firstFrom(7)).isEqualTo(3);
    }
}
