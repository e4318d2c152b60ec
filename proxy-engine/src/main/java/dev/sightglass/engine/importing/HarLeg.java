package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and response of an archive, with its bodies and the time that each phase took, in nanoseconds.
 *
 * @param failure why no response came
 */
record HarLeg(
        Leg leg,
        RecordedBody request,
        RecordedBody response,
        long send,
        long waiting,
        long receive,
        @Nullable String failure) {
    /**
     * Null when there is no request.
     *
     * @param whole whether the address is kept whole, as it is for the leg to Azure
     */
    static @Nullable HarLeg read(Node entry, boolean whole) throws MalformedJson {
        Node asked = entry.object("request");
        if (!asked.present()) return null;
        Node answered = entry.object("response");
        Node phases = entry.object("timings");
        String url = asked.text("url", "/");
        RequestHead head = new RequestHead(asked.text("method", "GET"), whole ? url : path(url), headers(asked));
        Node posted = asked.object("postData");
        RecordedBody sent = body(posted, "_encoding", asked.number("bodySize", -1), ArrivalMarks.NONE);
        int status = (int) answered.number("status", 0);
        ResponseHead back = status == 0
                ? null
                : new ResponseHead(
                        status, headers(answered).filter(h -> !h.name().equalsIgnoreCase("content-encoding")));
        RecordedBody came = body(answered.object("content"), "encoding", answered.number("bodySize", -1), marks(entry));
        Leg leg = new Leg(head, sent.body(), back, came.body());
        return new HarLeg(
                leg,
                sent,
                came,
                phase(phases, "send"),
                phase(phases, "wait"),
                phase(phases, "receive"),
                answered.text("_error"));
    }

    long total() {
        return send + waiting + receive;
    }

    int status() {
        ResponseHead head = leg.response();
        return head == null ? 0 : head.status();
    }

    /** The client's leg as marks, with what the last attempt tells of the leg to Azure. */
    Timings timings(long firstContent, List<Attempt> attempts) {
        long sent = attempts.isEmpty() ? Timings.UNSET : attempts.getLast().sentAt();
        long done = attempts.isEmpty() ? Timings.UNSET : attempts.getLast().endedAt();
        long answered = leg.response() == null ? Timings.UNSET : send + waiting;
        return new Timings(send, sent, answered, answered, firstContent, done, total());
    }

    private static long phase(Node phases, String name) throws MalformedJson {
        return Math.max(0, phases.nanos(name));
    }

    private static String path(String url) {
        String path = url.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*", "");
        return path.isEmpty() ? "/" : path;
    }

    private static Headers headers(Node message) throws MalformedJson {
        List<Header> headers = new ArrayList<>();
        for (RawValue value : message.array("headers")) {
            Node header = Node.of(value);
            headers.add(new Header(header.text("name", ""), header.text("value", "")));
        }
        return new Headers(headers);
    }

    /** An archive holds bodies without their content encoding. What it leaves out was not kept, as far as we can know. */
    private static RecordedBody body(Node node, String encodingName, long wireSize, ArrivalMarks marks)
            throws MalformedJson {
        String text = node.text("text", "");
        if (text.isEmpty()) {
            Body body = wireSize > 0 ? new Body.NotCaptured(wireSize, Body.Reason.SWITCHED_OFF) : Body.EMPTY;
            return new RecordedBody(body, new byte[0], ArrivalMarks.NONE);
        }
        byte[] bytes = "base64".equals(node.text(encodingName)) ? decode(text) : text.getBytes(StandardCharsets.UTF_8);
        boolean fits = marks.size() > 0 && marks.ends()[marks.size() - 1] <= bytes.length;
        return new RecordedBody(new Body.Captured(bytes.length), bytes, fits ? marks : ArrivalMarks.NONE);
    }

    private static byte[] decode(String base64) throws MalformedJson {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("a body is no base64: " + e.getMessage());
        }
    }

    private static ArrivalMarks marks(Node entry) throws MalformedJson {
        List<RawValue> events = entry.array("_streamEvents");
        long[] times = new long[events.size()];
        long[] ends = new long[events.size()];
        for (int i = 0; i < times.length; i++) {
            Node event = Node.of(events.get(i));
            times[i] = event.nanos("at");
            ends[i] = event.number("offset", 0) + event.number("size", 0);
        }
        return new ArrivalMarks(times, ends);
    }
}
