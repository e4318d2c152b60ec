package dev.sightglass.engine.export;

import dev.sightglass.engine.detail.ContentDecoder;
import dev.sightglass.engine.detail.StreamEventView;
import dev.sightglass.engine.detail.StreamEvents;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.store.RecordedBody;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a recorded body holds, without its content encoding and with its secrets masked. */
public sealed interface BodyContent {
    /** There are no bytes. */
    record None() implements BodyContent {}

    /** One well-formed JSON document, on one line. */
    record Json(String json) implements BodyContent {}

    /** Text of any other kind. */
    record Text(String text) implements BodyContent {}

    /** Bytes that are no text. */
    record Binary(String base64) implements BodyContent {}

    /** Bytes that are no text, kept back because nobody can say whether they hold a secret. */
    record Withheld() implements BodyContent {}

    /** An event stream. */
    record Events(List<StreamEventView> events) implements BodyContent {}

    /** Looks into a body. The headers are those of the message that it belongs to. */
    static BodyContent of(RecordedBody body, Headers headers, Sanitiser sanitiser) {
        if (body.bytes().length == 0) return new None();
        Optional<ContentDecoder.Decoded> decoded =
                ContentDecoder.decode(body, headers.first("content-encoding").orElse(""));
        if (decoded.isEmpty()) return binary(body.bytes(), sanitiser);
        ContentDecoder.Decoded plain = decoded.get();
        if (isStream(headers))
            return new Events(MaskedEvents.of(StreamEvents.of(plain.bytes(), plain.marks()), sanitiser));
        return text(plain.bytes(), sanitiser);
    }

    private static BodyContent text(byte[] bytes, Sanitiser sanitiser) {
        Optional<String> text = JsonText.utf8(bytes);
        if (text.isEmpty()) return binary(bytes, sanitiser);
        return JsonText.compact(text.get(), sanitiser)
                .<BodyContent>map(Json::new)
                .orElseGet(() -> new Text(sanitiser.mask(text.get())));
    }

    private static BodyContent binary(byte[] bytes, Sanitiser sanitiser) {
        return sanitiser == Sanitiser.NONE ? new Binary(Base64.getEncoder().encodeToString(bytes)) : new Withheld();
    }

    private static boolean isStream(Headers headers) {
        return headers.first("content-type").orElse("").startsWith("text/event-stream");
    }
}
