package dev.sightglass.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportFormats;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.RecordedSamples;
import dev.sightglass.engine.export.json.JsonFormat;
import dev.sightglass.engine.store.RecordedBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class RecordTest {
    @Test
    void everyFieldOfTheHowToIsThereWithItsValue() throws Exception {
        JsonNode record =
                Json.tree(export(ExportFormats.JSON_LINES, ExportLevel.SANITISED, RecordedSamples.streamed(7)));

        assertThat(record.at("/method").asString()).isEqualTo("POST");
        assertThat(record.at("/headers/user-agent").asString()).isEqualTo("claude-cli/2.0.37 (external, cli)");
        assertThat(record.at("/headers/content-type").asString()).isEqualTo("application/json");
        assertThat(record.at("/started_at").asLong()).isEqualTo(1795356131123L);
        assertThat(record.at("/client_ip").asString()).isEqualTo("127.0.0.1");
        assertThat(record.at("/request/url").asString())
                .isEqualTo("http://localhost:8000/anything/v1/messages?beta=true");
        assertThat(record.at("/response/status").asInt()).isEqualTo(200);
        assertThat(Json.write(record.at("/latencies")))
                .isEqualTo("{\"request\":4610,\"proxy\":897,\"upstream\":4606,\"overhead\":3}");
        assertThat(record.at("/ai/meta/request_mode").asString()).isEqualTo("stream");
        assertThat(record.at("/ai/meta/response_model").asString()).isEqualTo("gpt-4.1-2025-04-14");
        assertThat(record.at("/ai/meta/request_model").asString()).isEqualTo("gpt-4.1");
        assertThat(record.at("/ai/meta/llm_latency").asInt()).isEqualTo(4606);
        assertThat(record.at("/ai/meta/provider_name").asString()).isEqualTo("azure");
        assertThat(record.at("/ai/meta/azure_deployment_id").asString()).isEqualTo("gpt-4.1");
        assertThat(record.at("/ai/meta/azure_api_version").asString()).isEqualTo("2024-12-01-preview");
        assertThat(record.at("/ai/meta/azure_instance_id").asString()).isEqualTo("test");
        assertThat(record.at("/ai/meta/plugin_id").isString()).isTrue();
        assertThat(Json.write(record.at("/ai/usage")))
                .isEqualTo("{\"prompt_tokens\":11145,\"prompt_tokens_details\":{\"cached_tokens\":11008,"
                        + "\"audio_tokens\":0,\"cached_tokens_details\":{}},\"completion_tokens\":414,"
                        + "\"completion_tokens_details\":{\"reasoning_tokens\":0,\"accepted_prediction_tokens\":0,"
                        + "\"rejected_prediction_tokens\":null,\"audio_tokens\":0},\"total_tokens\":11559,\"cost\":null,"
                        + "\"time_per_token\":11.125603864734,\"time_to_first_token\":4605}");
    }

    @Test
    void theRequestIsEmbeddedAsItWasWrittenAndTheStreamAsOneMessage() throws Exception {
        String line = export(ExportFormats.JSON_LINES, ExportLevel.FULL, RecordedSamples.streamed(7));
        JsonNode record = Json.tree(line);

        assertThat(line).contains("\"temperature\":1.0,\"odd\":0.1234567890123456789012345,");
        assertThat(line).contains("manuscript. \\u00e9 \\ud83d\\ude00");
        assertThat(record.at("/ai/payload/response/content/0/text").asString()).isEqualTo("The Vienna Oribasius");
        assertThat(record.at("/ai/payload/response/stop_reason").asString()).isEqualTo("end_turn");
        assertThat(record.at("/ai/payload/response/usage/output_tokens").asInt())
                .isEqualTo(414);
        assertThat(record.at("/sightglass/upstream/response/events/0/at").decimalValue())
                .isEqualByComparingTo("4605.100007");
        assertThat(record.at("/sightglass/upstream/response/events/2/text").asString())
                .isEqualTo("[DONE]");
        assertThat(record.at("/sightglass/downstream/response/events")).hasSize(8);
        assertThat(record.at("/sightglass/outcome").asString()).isEqualTo("succeeded");
        assertThat(record.at("/sightglass/ended_by").asString()).isEqualTo("upstream");
    }

    @ParameterizedTest
    @EnumSource(ExportLevel.class)
    void importedAndExportedAgainARecordIsTheSame(ExportLevel level) throws Exception {
        String once = export(new JsonFormat(), level, RecordedSamples.streamed(7), RecordedSamples.streamed(8));

        List<RecordedExchange> imported = imported(once);

        assertThat(export(new JsonFormat(), level, imported.toArray(RecordedExchange[]::new)))
                .isEqualTo(once);
    }

    @Test
    void jsonLinesHoldOneRecordALine() throws Exception {
        String lines = export(
                ExportFormats.JSON_LINES,
                ExportLevel.SANITISED,
                RecordedSamples.streamed(1),
                RecordedSamples.streamed(2));

        assertThat(lines.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        assertThat(imported(lines)).hasSize(2);
    }

    @Test
    void withoutContentNoWordOfTheConversationLeaves() throws Exception {
        String line = export(ExportFormats.JSON_LINES, ExportLevel.NO_CONTENT, RecordedSamples.streamed(1));

        assertThat(line).doesNotContain("Vienna").doesNotContain("manuscript").contains("\"prompt_tokens\":11145");
    }

    @Test
    void aSecretInABodyIsMaskedUnlessAskedFor() throws Exception {
        String key = "sk-proj-abcdefghijklmnop1234";
        RecordedExchange exchange = RecordedSamples.streamed(
                1, "", "{\"messages\":[{\"role\":\"user\",\"content\":\"line\\n" + key + "\"}]}");

        assertThat(export(new JsonFormat(), ExportLevel.SANITISED, exchange))
                .doesNotContain(key)
                .contains("line\\n[redacted API key]");
        assertThat(export(new JsonFormat(), ExportLevel.FULL, exchange)).contains(key);
    }

    @Test
    void aSecretCutIntoDeltasIsMaskedInEventsAndMessage() throws Exception {
        String start = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\"}}\n\n"
                + "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,"
                + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n";
        String delta = "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                + "\"delta\":{\"type\":\"text_delta\",\"text\":\"%s\"}}\n\n";
        RecordedExchange exchange = RecordedSamples.streamed(
                1,
                start + delta.formatted("sk-proj-abcd") + delta.formatted("efghijklm") + delta.formatted("nop1234 end"),
                RecordedSamples.REQUEST);

        String line = export(ExportFormats.JSON_LINES, ExportLevel.SANITISED, exchange);

        assertThat(line)
                .doesNotContain("sk-proj-abcd")
                .doesNotContain("nop1234")
                .contains("data withheld");
    }

    @Test
    void anEntryOfKongsLogIsRead() throws Exception {
        try (var entry = getClass().getResourceAsStream("kong-entry.json")) {
            RecordedExchange exchange = imported(new String(entry.readAllBytes(), StandardCharsets.UTF_8))
                    .getFirst();

            assertThat(exchange.exchange().summary().answer().reportedModel()).isEqualTo("gpt-4.1-2025-04-14");
            assertThat(exchange.exchange().summary().answer().usage().input()).isEqualTo(137);
            assertThat(exchange.exchange().summary().answer().usage().cacheRead())
                    .isEqualTo(11008);
            assertThat(exchange.exchange().summary().route().deployment().name())
                    .isEqualTo("gpt-4.1");
        }
    }

    private static String export(ExportFormat format, ExportLevel level, RecordedExchange... exchanges)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter writer = format.open(out, RecordedSamples.options(level))) {
            for (RecordedExchange exchange : exchanges) writer.write(exchange);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<RecordedExchange> imported(String file) throws Exception {
        List<RecordedExchange> exchanges = new ArrayList<>();
        try (RecordSplitter records =
                new RecordSplitter(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            for (var next = records.next(); next.isPresent(); next = records.next()) {
                ImportedExchange read = RecordReader.read(next.get(), exchanges.size() + 1L);
                Map<?, RecordedBody> bodies = read.bodies();
                exchanges.add(new RecordedExchange(
                        read.exchange(), ref -> bodies.containsKey(ref) ? bodies.get(ref) : RecordedBody.EMPTY));
            }
        }
        return exchanges;
    }
}
