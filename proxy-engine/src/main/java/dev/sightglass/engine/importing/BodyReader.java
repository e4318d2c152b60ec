package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the JSON export writes. Event streams are put together again from their events. */
final class BodyReader {
    private BodyReader() {}

    static Body state(Node body) throws MalformedJson {
        long size = body.number("size", 0);
        return switch (body.text("state", "captured")) {
            case "empty" -> Body.EMPTY;
            case "arriving" -> new Body.Arriving(size);
            case "truncated" -> new Body.Truncated(size, body.number("kept", 0));
            case "not_captured" ->
                new Body.NotCaptured(size, body.word("reason", Body.Reason.class, Body.Reason.SWITCHED_OFF));
            default -> new Body.Captured(size);
        };
    }

    static RecordedBody bytes(Node body, Node message, @Nullable RawValue payload, Body state) throws MalformedJson {
        return switch (body.text("content", "none")) {
            case "payload" -> json(payload, state);
            case "json" -> json(body.raw("json"), state);
            case "text" -> whole(body.text("text", "").getBytes(StandardCharsets.UTF_8), state);
            case "base64" -> whole(base64(body.text("base64", "")), state);
            case "events" -> events(message.array("events"), state);
            default -> RecordedBody.EMPTY;
        };
    }

    /** A payload of a foreign record: JSON, or JSON inside a string as Kong writes it. */
    static RecordedBody ofJson(RawValue payload) throws MalformedJson {
        byte[] bytes = payload.isString()
                ? payload.string().getBytes(StandardCharsets.UTF_8)
                : payload.text().getBytes(StandardCharsets.UTF_8);
        return whole(bytes, new Body.Captured(bytes.length));
    }

    private static RecordedBody json(@Nullable RawValue value, Body state) {
        return value == null ? RecordedBody.EMPTY : whole(value.text().getBytes(StandardCharsets.UTF_8), state);
    }

    private static RecordedBody whole(byte[] bytes, Body state) {
        return new RecordedBody(state, bytes, ArrivalMarks.NONE);
    }

    private static byte[] base64(String text) throws MalformedJson {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("base64: " + e.getMessage());
        }
    }

    private static RecordedBody events(List<RawValue> events, Body state) throws MalformedJson {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long[] times = new long[events.size()];
        long[] ends = new long[events.size()];
        boolean timed = true;
        for (int i = 0; i < times.length; i++) {
            Node event = Node.of(events.get(i));
            times[i] = event.nanos("at");
            timed &= times[i] >= 0;
            out.writeBytes(frame(event).getBytes(StandardCharsets.UTF_8));
            ends[i] = out.size();
        }
        ArrivalMarks marks = timed ? new ArrivalMarks(times, ends) : ArrivalMarks.NONE;
        return new RecordedBody(state, out.toByteArray(), marks);
    }

    private static String frame(Node event) throws MalformedJson {
        StringBuilder frame = new StringBuilder();
        lines(frame, "event: ", event.text("type"));
        lines(frame, ": ", event.text("comment"));
        RawValue data = event.raw("data");
        lines(frame, "data: ", data == null ? event.text("text") : data.text());
        // An event of a record without content still has its place in time.
        if (frame.isEmpty()) frame.append(": left out\n");
        return event.truth("cut") ? frame.toString() : frame.append('\n').toString();
    }

    private static void lines(StringBuilder frame, String field, @Nullable String value) {
        if (value == null) return;
        Arrays.stream(value.split("\n", -1))
                .forEach(line -> frame.append(field).append(line).append('\n'));
    }
}
