package dev.sightglass.engine.export.har;

import dev.sightglass.engine.detail.ContentDecoder;
import dev.sightglass.engine.detail.StreamEventView;
import dev.sightglass.engine.export.BodyContent;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.json.RecordOut;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.store.RecordedBody;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One message's body in the three forms that an entry has: what was posted, what was answered, and the stream's events. */
final class HarBody {
    private final RecordOut out;
    private final boolean withContent;
    private final Body body;
    private final String mimeType;
    private final long decodedSize;
    private final BodyContent content;

    private HarBody(
            RecordOut out, boolean withContent, Body body, String mimeType, long decodedSize, BodyContent content) {
        this.out = out;
        this.withContent = withContent;
        this.body = body;
        this.mimeType = mimeType;
        this.decodedSize = decodedSize;
        this.content = content;
    }

    /** A body with its content encoding taken off and its secrets masked. */
    static HarBody read(RecordOut out, ExportOptions options, RecordedBody recorded, Body body, Headers headers) {
        String mimeType = headers.first("content-type").orElse("x-unknown");
        String encoding = headers.first("content-encoding").orElse("");
        long size = encoding.isEmpty()
                ? body.size()
                : ContentDecoder.decode(recorded, encoding)
                        .map(plain -> (long) plain.bytes().length)
                        .orElse(body.size());
        BodyContent content = BodyContent.of(recorded, headers, options.active());
        return new HarBody(out, options.content(), body, mimeType, size, content);
    }

    /** The members of {@code postData}, which knows no encoding of its own. */
    void postData() {
        out.text("mimeType", mimeType);
        text("_encoding");
    }

    /** The members of {@code content}. */
    void content() {
        out.number("size", decodedSize);
        out.text("mimeType", mimeType);
        text("encoding");
    }

    /** What arrived when: {@code at} in milliseconds since the exchange's first byte, {@code offset} in decoded bytes. */
    void events() {
        if (!(content instanceof BodyContent.Events events)) return;
        out.array("_streamEvents", () -> events.events().forEach(this::event));
    }

    private void event(StreamEventView event) {
        out.object(() -> {
            out.millis("at", event.at());
            out.number("offset", event.offset());
            out.number("size", event.size());
            out.text("type", event.type());
            if (withContent && event.data() != null) out.word("data", event.data());
            if (!event.complete()) out.truth("cut", true);
        });
    }

    private void text(String encodingName) {
        String comment = comment();
        if (withContent) {
            out.word("text", plain());
            if (content instanceof BodyContent.Binary) out.word(encodingName, "base64");
        }
        if (comment != null) out.word("comment", comment);
    }

    private String plain() {
        return switch (content) {
            case BodyContent.None _, BodyContent.Withheld _ -> "";
            case BodyContent.Json json -> json.json();
            case BodyContent.Text text -> text.text();
            case BodyContent.Binary binary -> binary.base64();
            case BodyContent.Events events -> HarEventText.of(events.events());
        };
    }

    /** Why the text is not the whole body; null when it is. */
    private @Nullable String comment() {
        if (!withContent) return body.size() == 0 ? null : "left out of this export";
        if (content instanceof BodyContent.Withheld)
            return "withheld: not text, so nobody can say whether it holds a secret";
        return switch (body) {
            case Body.Truncated cut -> "the first " + cut.kept() + " of " + cut.size() + " bytes";
            case Body.NotCaptured missing ->
                "not kept: " + missing.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case Body.Arriving _ -> "still arriving";
            case Body.Captured _, Body.Empty _ -> null;
        };
    }
}
