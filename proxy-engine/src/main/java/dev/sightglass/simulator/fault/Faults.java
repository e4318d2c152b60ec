package dev.sightglass.simulator.fault;

import dev.sightglass.simulator.check.AzureErrors;
import dev.sightglass.simulator.check.MessagesErrors;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.stream.Breakage;
import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.Gate;
import dev.sightglass.simulator.stream.StreamStep;
import dev.sightglass.simulator.wire.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The faults that tests ask for most, ready made. */
public final class Faults {
    private Faults() {}

    /** An error with a JSON body, as the service sends it. */
    public static Fault.HttpAnswer error(int status, JsonNode body, Header... headers) {
        return answer(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Fault.HttpAnswer error(int status, String code, String message) {
        return error(status, AzureErrors.body(code, message));
    }

    /** 429 with {@code retry-after} in seconds and {@code retry-after-ms}. */
    public static Fault.HttpAnswer rateLimited(Duration retryAfter) {
        long seconds = (retryAfter.toMillis() + 999) / 1000;
        return error(
                429,
                AzureErrors.rateLimit(seconds),
                new Header("retry-after", Long.toString(seconds)),
                new Header("retry-after-ms", Long.toString(retryAfter.toMillis())),
                new Header("x-ratelimit-remaining-requests", "0"),
                new Header("x-ratelimit-remaining-tokens", "0"));
    }

    public static Fault.HttpAnswer unauthorized() {
        return error(401, AzureErrors.wrongKey());
    }

    public static Fault.HttpAnswer deploymentNotFound() {
        return error(404, AzureErrors.deploymentNotFound());
    }

    public static Fault.HttpAnswer serverError() {
        return error(
                500,
                OpenAiErrors.body(
                        "The server had an error while processing your request. Sorry about that!",
                        "server_error",
                        null,
                        null));
    }

    /** 400: the prompt did not pass the content filter. */
    public static Fault.HttpAnswer promptFiltered() {
        return error(400, AzureErrors.promptFiltered());
    }

    /** A gateway's HTML page in place of a JSON error. */
    public static Fault.HttpAnswer htmlError(int status) {
        return answer(status, "text/html", html("Status " + status));
    }

    public static Fault.HttpAnswer emptyError(int status) {
        return answer(status, "text/plain", new byte[0]);
    }

    /** A JSON error whose message is as long as this. */
    public static Fault.HttpAnswer hugeError(int status, int bytes) {
        return error(status, OpenAiErrors.body("x".repeat(bytes), "server_error", null, null));
    }

    /** 200 with a page in HTML, as a captive portal answers. */
    public static Fault.HttpAnswer htmlPage() {
        return answer(200, "text/html", html("Please sign in"));
    }

    public static Fault.HttpAnswer redirect(String location) {
        return answer(307, "text/plain", new byte[0], new Header("Location", location));
    }

    /** A status line that is none. */
    public static Fault.RawAnswer garbageStatusLine() {
        return raw("HTP/9 yes\r\n\r\n");
    }

    /** Half a JSON document under a length that promises more. */
    public static Fault.RawAnswer shortBody() {
        return raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"id\":\"chatcmpl-1\",\"cho");
    }

    /** A chunk whose size is no number. */
    public static Fault.RawAnswer badChunk() {
        return raw(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\ndata: x\r\n");
    }

    /** A head with one header of this size. */
    public static Fault.RawAnswer hugeHead(int bytes) {
        return raw("HTTP/1.1 200 OK\r\nx-padding: " + "p".repeat(bytes) + "\r\nContent-Length: 0\r\n\r\n");
    }

    /** A small compressed body that becomes this many megabytes. */
    public static Fault.HttpAnswer gzipBomb(int megabytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed, 1 << 16)) {
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            for (int i = 0; i < megabytes; i++) {
                gzip.write(blank);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(200, "application/json", compressed.toByteArray(), new Header("Content-Encoding", "gzip"));
    }

    private static Fault.RawAnswer raw(String text) {
        return new Fault.RawAnswer(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Silence before the head until the gate opens. */
    public static Fault holdBeforeHead(Gate gate) {
        return new Fault.HoldBeforeHead(gate);
    }

    /** Silence in the middle of the text until the gate opens. */
    public static Fault holdMidText(Gate gate) {
        return new Fault.Insert(CutPoint.MID_TEXT, List.of(new StreamStep.Hold(gate)));
    }

    public static Fault reset(CutPoint point) {
        return new Fault.CutAt(point, Breakage.RESET);
    }

    public static Fault close(CutPoint point) {
        return new Fault.CutAt(point, Breakage.CLOSE);
    }

    /** The body ends cleanly at this point, as if it were whole. */
    public static Fault endOfBody(CutPoint point) {
        return new Fault.CutAt(point, Breakage.END_OF_BODY);
    }

    /** No end mark; the body ends after the last real event. */
    public static Fault noDone() {
        return new Fault.Without(EventKind.DONE);
    }

    /** The end mark comes, the connection stays open until the client leaves. */
    public static Fault stayOpen() {
        return new Fault.Insert(CutPoint.AT_END, List.of(new StreamStep.StayOpen()));
    }

    /** An error object inside a stream that began with 200; nothing follows it. */
    public static Fault errorEvent(CutPoint point, String type, String code, String message) {
        JsonNode body = OpenAiErrors.body(message, type, null, code);
        return new Fault.EndWith(point, List.of(StreamStep.chunk(EventKind.PREAMBLE, body)));
    }

    /** The Responses API's {@code error} event; nothing follows it. */
    public static Fault responsesErrorEvent(CutPoint point, String code, String message) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "error");
        event.put("sequence_number", 99)
                .put("code", code)
                .put("message", message)
                .putNull("param");
        return new Fault.EndWith(point, List.of(StreamStep.named(EventKind.FINISH, event)));
    }

    /** The Responses API's {@code response.failed} event; nothing follows it. */
    public static Fault responseFailed(CutPoint point, String code, String message) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "response.failed");
        event.put("sequence_number", 99).set("response", failedResponse(code, message));
        return new Fault.EndWith(point, List.of(StreamStep.named(EventKind.FINISH, event)));
    }

    /** The Messages API's {@code error} event; nothing follows it. */
    public static Fault messagesErrorEvent(CutPoint point, String type, String message) {
        return new Fault.EndWith(
                point, List.of(StreamStep.named(EventKind.FINISH, MessagesErrors.body(type, message))));
    }

    /** An error in the Messages API's own envelope. */
    public static Fault.HttpAnswer messagesError(int status, String type, String message, Header... headers) {
        return error(status, MessagesErrors.body(type, message), headers);
    }

    private static ObjectNode failedResponse(String code, String message) {
        ObjectNode response =
                JsonNodeFactory.instance.objectNode().put("id", "resp_failed").put("object", "response");
        response.put("status", "failed").putObject("error").put("code", code).put("message", message);
        response.putArray("output");
        return response.putNull("usage");
    }

    /** Data that is no JSON, in the middle of the text. */
    public static Fault nonJsonEvent() {
        return new Fault.Insert(
                CutPoint.MID_TEXT, List.of(new StreamStep.Event(EventKind.PREAMBLE, null, "this is {not json")));
    }

    /** An event with an unknown field of this size, in the middle of the text. */
    public static Fault hugeEvent(int bytes) {
        String data =
                "{\"choices\":[],\"id\":\"\",\"model\":\"\",\"object\":\"\",\"padding\":\"" + "p".repeat(bytes) + "\"}";
        return new Fault.Insert(CutPoint.MID_TEXT, List.of(new StreamStep.Event(EventKind.PREAMBLE, null, data)));
    }

    private static Fault.HttpAnswer answer(int status, String contentType, byte[] body, Header... headers) {
        List<Header> all = new ArrayList<>(List.of(headers));
        all.add(new Header("Content-Type", contentType));
        return new Fault.HttpAnswer(status, all, body);
    }

    private static byte[] html(String title) {
        return ("<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title
                        + "</h1></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
