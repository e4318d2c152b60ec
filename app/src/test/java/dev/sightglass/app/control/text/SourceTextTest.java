package dev.sightglass.app.control.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
    private static SourceText source(byte[] bytes, int length) {
        return new SourceText(bytes, length, Syntax.JSON);
    }

    @Test
    void everyTokenIsFoundAgainInAnotherLayout() {
        String received = "{\"a b\": [1,  2],\r\n\t\"c\":\"two  words\"}";
        byte[] bytes = received.getBytes(UTF_8);
        FormattedText pretty = JsonFormatter.format(bytes);
        SourceText before = source(bytes, bytes.length);
        SourceText after = source(pretty.bytes(), pretty.length());

        for (String token : new String[] {"a b", "1,", "2]", "\"c\"", "words", "}"}) {
            int at = received.indexOf(token);
            int there = before.carry(at, after);
            assertThat((char) pretty.bytes()[there]).as(token).isEqualTo(token.charAt(0));
            assertThat(after.carry(there, before)).as(token).isEqualTo(at);
        }
    }

    @Test
    void theSameTextNeedsNoSearch() {
        byte[] bytes = "{}".getBytes(UTF_8);

        assertThat(source(bytes, 2).carry(1, source(bytes, 2))).isEqualTo(1);
    }
}
