package dev.sightglass.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportFormats;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.RecordedSamples;
import dev.sightglass.engine.export.har.HarFormat;
import dev.sightglass.engine.export.json.JsonFormat;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureFileTest {
    private final MemoryExchangeStore store = new MemoryExchangeStore();

    static Stream<ExportFormat> formats() {
        return Stream.of(new JsonFormat(), ExportFormats.JSON_LINES, new HarFormat());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatWasExportedAndOpenedHasTheSamePayloads(ExportFormat format) throws Exception {
        RecordedExchange seventh = RecordedSamples.streamed(7);
        RecordedExchange eighth = RecordedSamples.streamed(8);

        int count = open(export(format, seventh, eighth));

        assertThat(count).isEqualTo(2);
        for (RecordedExchange original : new RecordedExchange[] {seventh, eighth}) {
            assertThat(payload(original, BodyPart.DOWNSTREAM_REQUEST, 0)).isNotEmpty();
            for (BodyPart part : BodyPart.values()) {
                int attempt = part.name().startsWith("UP") ? 1 : 0;
                assertThat(compact(opened(original.exchange().id(), part, attempt)))
                        .as("%s of %s", part, original.exchange().id())
                        .isEqualTo(compact(payload(original, part, attempt)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatWasExportedAndOpenedTellsTheSameInTheTable(ExportFormat format) throws Exception {
        RecordedExchange original = RecordedSamples.streamed(7);
        open(export(format, original));

        ExchangeSummary was = original.exchange().summary();
        ExchangeSummary is = store.summary(new ExchangeId(7)).orElseThrow();
        assertThat(is.outcome()).isEqualTo(was.outcome());
        assertThat(is.status()).isEqualTo(was.status());
        assertThat(is.request().requestedModel()).isEqualTo(was.request().requestedModel());
        assertThat(is.request().path()).isEqualTo(was.request().path());
        assertThat(is.answer().usage().output()).isEqualTo(was.answer().usage().output());
        assertThat(is.answer().usage().cacheRead())
                .isEqualTo(was.answer().usage().cacheRead());
        assertThat(is.answer().stopReason()).isEqualTo(was.answer().stopReason());
        assertThat(is.route().deployment().name())
                .isEqualTo(was.route().deployment().name());
        assertThat(is.client().sessionId()).isEqualTo(was.client().sessionId());
        assertThat(is.timings().duration()).isEqualTo(was.timings().duration());
        Exchange whole = store.find(new ExchangeId(7)).orElseThrow();
        assertThat(whole.attempts()).hasSize(1);
        assertThat(whole.upstream().request().uri())
                .isEqualTo(original.exchange().upstream().request().uri());
    }

    @Test
    void anotherProgramsArchiveShowsTheClientsLegAlone() throws Exception {
        open("""
                {"log": {"version": "1.2", "creator": {"name": "other", "version": "1"}, "pages": [{"id": "entries"}],
                 "entries": [{"startedDateTime": "2026-11-22T14:02:11.000+01:00", "time": 812.5,
                  "request": {"method": "POST", "url": "https://example.test/anthropic/v1/messages?beta=true",
                   "httpVersion": "HTTP/1.1", "cookies": [], "queryString": [], "headersSize": -1, "bodySize": 62,
                   "headers": [{"name": "User-Agent", "value": "other"}],
                   "postData": {"mimeType": "application/json",
                    "text": "{\\"model\\":\\"m\\",\\"max_tokens\\":5,\\"messages\\":[{\\"role\\":\\"user\\",\\"content\\":\\"hi\\"}]}"}},
                  "response": {"status": 529, "statusText": "", "headers": [], "cookies": [], "redirectURL": "",
                   "headersSize": -1, "bodySize": 4, "content": {"size": 4, "mimeType": "text/plain",
                    "text": "YnVzeQ==", "encoding": "base64"}},
                  "cache": {}, "timings": {"send": 2.5, "wait": 800, "receive": 10}}]}}""");

        ExchangeSummary is = store.newest(1, null).getFirst();
        assertThat(is.startedAt()).isEqualTo("2026-11-22T13:02:11Z");
        assertThat(is.request().requestedModel()).isEqualTo("m");
        assertThat(is.request().path()).isEqualTo("/anthropic/v1/messages");
        assertThat(is.outcome()).isInstanceOf(Outcome.ApiError.class);
        assertThat(is.answer().usage()).isNull();
        assertThat(is.route()).isNull();
        assertThat(is.timings().duration()).hasMillis(810);
        assertThat(opened(is.id(), BodyPart.DOWNSTREAM_RESPONSE, 0)).isEqualTo("busy");
    }

    @Test
    void aBrokenRecordIsNamedByItsPlace() throws Exception {
        String good = export(ExportFormats.JSON_LINES, RecordedSamples.streamed(1));
        String file = good + "{\"sightglass\": {\"id\": 2,, }}\n";

        refused(
                file,
                "Record 2: not valid JSON",
                "line 2, byte " + (good.getBytes(StandardCharsets.UTF_8).length + 24));
    }

    @Test
    void aFileThatEndsInsideARecordSaysSo() throws Exception {
        String whole = export(new JsonFormat(), RecordedSamples.streamed(1));
        refused(whole.substring(0, whole.length() / 2), "The file ends inside a record, which begins at line ", "byte");
        String archive = export(new HarFormat(), RecordedSamples.streamed(1));
        refused(archive.substring(0, archive.lastIndexOf(']')), "The archive ends inside its list of entries", "byte");
    }

    @Test
    void whatHoldsNoExchangesIsRefused() throws Exception {
        refused("", "The file holds no exchanges", "line 1, byte 0");
        refused("[]", "The file holds no exchanges", "line 1, byte 0");
        refused("\n# Notes\n", "Something else than a record stands here, beginning with \"#\"", "line 2, byte 2");
        refused("{\"name\": \"app\"}", "Record 1: it is no record of an exchange", "line 1, byte 0");
        refused("{\"log\": {\"version\": \"1.2\"}}", "The archive has no list \"log.entries\"", "line 1");
        refused("{\"log\": {\"entries\": [{\"a\": 1}]}}", "Record 1: it is no entry of an archive", "line 1, byte 21");
    }

    @Test
    void aRecordOfANewerVersionSaysWhatToDo() throws Exception {
        refused("{\"sightglass\": {\"format\": 99}}", "newer version of Sightglass; update to open it", "line 1");
    }

    /** Exports embed JSON bodies without the white space between their values; all else is kept byte for byte. */
    private static String compact(String body) throws Exception {
        return body.startsWith("{") ? Json.write(Json.tree(body)) : body;
    }

    private void refused(String file, String what, String where) {
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(what)
                .hasMessageContaining(where);
    }

    private int open(String file) throws IOException {
        return CaptureFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), store);
    }

    private String opened(ExchangeId id, BodyPart part, int attempt) {
        return new String(store.body(new BodyRef(id, part, attempt)).bytes(), StandardCharsets.UTF_8);
    }

    private static String payload(RecordedExchange exchange, BodyPart part, int attempt) {
        return new String(exchange.body(part, attempt).bytes(), StandardCharsets.UTF_8);
    }

    private static String export(ExportFormat format, RecordedExchange... exchanges) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter writer = format.open(out, RecordedSamples.options(ExportLevel.FULL))) {
            for (RecordedExchange exchange : exchanges) writer.write(exchange);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
