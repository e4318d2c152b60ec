package dev.sightglass.app.control.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonFormatterTest {

    private static String formatted(String json) {
        FormattedText text = JsonFormatter.format(json.getBytes(UTF_8));
        return new String(text.bytes(), 0, text.length(), UTF_8);
    }

    private static JsonFault fault(String json) {
        return Objects.requireNonNull(JsonFormatter.format(json.getBytes(UTF_8)).fault(), "no fault in " + json);
    }

    @Test
    void membersAndElementsStandOnLinesOfTheirOwn() {
        assertThat(formatted("{\"a\":[1,{\"b\":null}],\"c\":{},\"d\":[]}")).isEqualTo("""
                        {
                          "a": [
                            1,
                            {
                              "b": null
                            }
                          ],
                          "c": {},
                          "d": []
                        }""");
    }

    @Test
    void numbersEscapesAndDuplicateKeysStayAsWritten() {
        String json = "{\"n\":0.1234567890123456789012345,\"n\":1e400,\"m\":-0,\"s\":\"\\u00e9\\/é\"}";

        assertThat(formatted(json).replaceAll("\n *", "").replace(": ", ":")).isEqualTo(json);
    }

    @Test
    void textThatEndsTooEarlySaysWhatIsMissing() {
        assertThat(fault("{\"a\":").message()).contains("ends where a value");
        assertThat(fault("{\"a\":\"x").message()).contains("ends inside this string");
        assertThat(fault("").message()).contains("ends where a value");
    }

    @Test
    void faultTellsItsPlaceAndTheRestStandsAsReceived() {
        JsonFault fault = fault("{\"a\":1 \"b\":2}");

        assertThat(fault.offset()).isEqualTo(7);
        assertThat(formatted("{\"a\":1 \"b\":2}")).isEqualTo("{\n  \"a\": 1\"b\":2}");
    }

    @Test
    void badScalarsTrailingTextAndBareControlCharactersAreFaults() {
        assertThat(fault("01").message()).contains("neither a number");
        assertThat(fault("[1.]").message()).contains("neither a number");
        assertThat(fault("tru").message()).contains("neither a number");
        assertThat(fault("{} x").message()).contains("after the end");
        assertThat(fault("[\"a\nb\"]").message()).contains("control character");
        assertThat(fault("[\"\\x\"]").message()).contains("escape");
        assertThat(fault("[1}").message()).contains("comma or the closing bracket");
    }

    @Test
    void veryDeepTextIsLeftAsReceivedBeyondTheLimit() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        FormattedText text = JsonFormatter.format(deep.getBytes(UTF_8));

        assertThat(Objects.requireNonNull(text.fault()).message()).contains("deeper than 1,000");
        assertThat(text.length()).isLessThan(400_000);
    }

    @Test
    void byteOrderMarkIsNoFault() {
        assertThat(formatted("\uFEFF[1]")).isEqualTo("[\n  1\n]");
    }

    @Test
    void previewOfALargeTextIsNoFault() {
        byte[] large = ("[" + "1,".repeat(10_000) + "1]").getBytes(UTF_8);

        FormattedText preview = JsonFormatter.format(large, 1_000);

        assertThat(preview.fault()).isNull();
        assertThat(preview.length()).isLessThan(4_000);
    }

    @Test
    void eventStreamKeepsItsFieldsAndLaysTheJsonOut() {
        byte[] stream = "event: ping\r\ndata: {\"a\":1}\n\ndata: [DONE]\n\n: note\n".getBytes(UTF_8);
        ByteSink out = new ByteSink(0);

        JsonFault fault = SseFormatter.write(stream, stream.length, out);

        assertThat(new String(out.bytes(), 0, out.length(), UTF_8))
                .isEqualTo("event: ping\ndata: {\n  \"a\": 1\n}\n\ndata: [DONE]\n\n: note\n");
        assertThat(fault).isNull();
    }
}
