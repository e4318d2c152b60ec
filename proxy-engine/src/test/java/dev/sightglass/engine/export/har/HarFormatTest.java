package dev.sightglass.engine.export.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.export.ExportFormats;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.RecordedSamples;
import dev.sightglass.engine.export.SampleChanges;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class HarFormatTest {
    @ParameterizedTest
    @EnumSource(ExportLevel.class)
    void everyRequiredMemberIsThereHoweverTheExchangeEnded(ExportLevel level) throws Exception {
        JsonNode har = export(
                level,
                RecordedSamples.streamed(1),
                SampleChanges.failed(RecordedSamples.streamed(2)),
                SampleChanges.cancelled(RecordedSamples.streamed(3)));

        HarCheck.document(har);
        assertThat(har.at("/log/entries")).hasSize(3);
        har.at("/log/entries").forEach(entry -> HarCheck.entry(entry.path("_upstream")));
    }

    @Test
    void anEmptySelectionIsADocumentWithoutEntries() throws Exception {
        JsonNode har = export(ExportLevel.SANITISED);

        HarCheck.document(har);
        assertThat(har.at("/log/entries")).isEmpty();
    }

    @Test
    void aStreamedExchangeHasItsTextItsTimesAndItsEvents() throws Exception {
        JsonNode entry = only(ExportLevel.SANITISED, RecordedSamples.streamed(7));

        assertThat(entry.path("startedDateTime").asString()).isEqualTo("2026-11-22T14:02:11.123Z");
        assertThat(entry.at("/request/url").asString())
                .isEqualTo("http://localhost:8000/anything/v1/messages?beta=true");
        assertThat(entry.at("/request/queryString/0/name").asString()).isEqualTo("beta");
        assertThat(entry.at("/request/queryString/0/value").asString()).isEqualTo("true");
        assertThat(entry.at("/request/postData/text").asString()).contains("Vienna Oribasius");
        assertThat(entry.at("/response/content/text").asString())
                .startsWith("event: message_start\ndata: {\"type\":\"message_start\"")
                .endsWith("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
        assertThat(Json.write(entry.path("timings")))
                .isEqualTo("{\"blocked\":-1,\"dns\":-1,\"connect\":-1,\"send\":1,\"wait\":900,"
                        + "\"receive\":3709.000001,\"ssl\":-1}");
        assertThat(entry.path("_streamEvents")).hasSize(8);
        assertThat(entry.at("/_streamEvents/1/at").decimalValue()).isEqualByComparingTo("4606.2");
        assertThat(entry.at("/_sightglass/id").asInt()).isEqualTo(7);
        assertThat(entry.at("/_sightglass/outcome").asString()).isEqualTo("succeeded");
        assertThat(entry.at("/_sightglass/ended_by").asString()).isEqualTo("upstream");
        assertThat(entry.at("/_sightglass/deployment").asString()).isEqualTo("gpt-4.1");
        assertThat(entry.at("/_upstream/request/url").asString()).startsWith("https://test.openai.azure.com/");
        assertThat(entry.at("/_upstream/_streamEvents/2/data").asString()).isEqualTo("[DONE]");
    }

    @Test
    void aFailedExchangeHasStatusZeroAndTheReason() throws Exception {
        JsonNode entry = only(ExportLevel.SANITISED, SampleChanges.failed(RecordedSamples.streamed(7)));

        assertThat(entry.at("/response/status").asInt(-1)).isZero();
        assertThat(entry.at("/response/bodySize").asInt()).isEqualTo(-1);
        assertThat(entry.at("/response/_error").asString()).isEqualTo("Azure closed the connection.");
        assertThat(entry.at("/_sightglass/outcome").asString()).isEqualTo("transport_error");
        assertThat(entry.at("/_upstream/response/_error").asString()).isEqualTo("Azure closed the connection.");
    }

    @Test
    void aCancelledExchangeSaysThatTheClientEndedIt() throws Exception {
        JsonNode entry = only(ExportLevel.SANITISED, SampleChanges.cancelled(RecordedSamples.streamed(7)));

        assertThat(entry.at("/_sightglass/outcome").asString()).isEqualTo("cancelled");
        assertThat(entry.at("/_sightglass/ended_by").asString()).isEqualTo("client");
        assertThat(entry.at("/response/status").asInt()).isEqualTo(200);
    }

    @Test
    void bytesThatAreNoTextAreBase64AndWithheldWhenSecretsAreMasked() throws Exception {
        byte[] bytes = {(byte) 0xFF, 0, (byte) 0xFE};
        RecordedExchange exchange = SampleChanges.requestBody(RecordedSamples.streamed(7), bytes);

        JsonNode full = only(ExportLevel.FULL, exchange).at("/request/postData");
        assertThat(Base64.getDecoder().decode(full.path("text").asString())).isEqualTo(bytes);
        assertThat(full.path("_encoding").asString()).isEqualTo("base64");
        JsonNode masked = only(ExportLevel.SANITISED, exchange).at("/request/postData");
        assertThat(masked.path("text").asString()).isEmpty();
        assertThat(masked.path("comment").asString()).startsWith("withheld");
    }

    @Test
    void withoutContentNoWordOfTheConversationLeaves() throws Exception {
        String har = text(ExportLevel.NO_CONTENT, RecordedSamples.streamed(7));

        assertThat(har).doesNotContain("Vienna").contains("left out of this export");
    }

    private static JsonNode only(ExportLevel level, RecordedExchange exchange) throws Exception {
        return export(level, exchange).at("/log/entries/0");
    }

    private static JsonNode export(ExportLevel level, RecordedExchange... exchanges) throws Exception {
        return Json.tree(text(level, exchanges));
    }

    private static String text(ExportLevel level, RecordedExchange... exchanges) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter writer = ExportFormats.byId("har").orElseThrow().open(out, RecordedSamples.options(level))) {
            for (RecordedExchange exchange : exchanges) writer.write(exchange);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
