package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.StreamTranslator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Plays a recorded stream through a translator, in pieces of any size. */
public final class StreamGolden {
    private StreamGolden() {}

    /** What the client got, and how the answer ended. */
    public record Played(String client, String summary) {}

    /** @param step bytes in each piece */
    public static Played play(byte[] upstream, int step, Supplier<AnswerTranslator> answers) {
        AnswerTranslator answer = answers.get();
        StreamTranslator stream = answer.stream(new ResponseHead(200, Headers.NONE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < upstream.length && !stream.finished(); i += step)
            stream.read(upstream, i, Math.min(step, upstream.length - i), out);
        boolean early = stream.finished();
        stream.end(null, out);
        return new Played(out.toString(StandardCharsets.UTF_8), summary(answer, stream, early));
    }

    private static String summary(AnswerTranslator answer, StreamTranslator stream, boolean early) {
        Outcome outcome = stream.outcome();
        return "outcome " + outcome.label() + (outcome.message() == null ? "" : ": " + outcome.message()) + "\n"
                + "finished before the end " + early + "\n"
                + "content started " + stream.contentStarted() + "\n"
                + answer.facts() + "\n"
                + Golden.lines(answer.notes());
    }
}
