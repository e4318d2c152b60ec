package dev.sightglass.engine.upstream.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.UpstreamRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the golden files of one dialect promise: requests, streams cut anywhere and whole answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TranslationGoldenTest {
    private static final RequestHead CLIENT = new RequestHead("POST", "/anything/v1/messages?beta=true", Headers.NONE);
    private static final ResponseHead JSON_HEAD =
            new ResponseHead(200, Headers.of("content-type", "application/json", "apim-request-id", "az-1"));

    protected final TranslatingUpstream upstream;
    private final String folder;

    /** @param folder the golden files: it holds {@code requests}, {@code streams} and {@code answers} */
    protected TranslationGoldenTest(TranslatingUpstream upstream, String folder) {
        this.upstream = upstream;
        this.folder = folder;
    }

    Stream<Golden> requests() throws IOException {
        return Golden.all(folder + "/requests");
    }

    Stream<Golden> streams() throws IOException {
        return Golden.all(folder + "/streams");
    }

    Stream<Golden> answers() throws IOException {
        return Golden.all(folder + "/answers");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsTranslatedAsItsGoldenFileSays(Golden golden) throws Exception {
        UpstreamRequest sent = prepare(golden, golden.request());
        golden.checkJson("expected.json", sent.body());
        golden.checkText("notes.txt", Golden.lines(sent.notes()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestTranslatedAgainIsTheSameToTheByte(Golden golden) throws Exception {
        MessagesRequest request = golden.request();
        UpstreamRequest first = prepare(golden, request);
        UpstreamRequest second = prepare(golden, request);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.notes()).isEqualTo(first.notes());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aStreamIsTranslatedAsItsGoldenFileSays(Golden golden) throws Exception {
        byte[] bytes = golden.bytes("upstream.sse");
        MessagesRequest request = golden.request();
        UpstreamRequest sent = prepare(golden, request);
        StreamGolden.Played whole = StreamGolden.play(bytes, bytes.length + 1, () -> upstream.answers(request, sent));
        golden.checkText("expected.sse", whole.client());
        golden.checkText("summary.txt", whole.summary());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aStreamSplitAnywhereGivesTheSame(Golden golden) throws Exception {
        byte[] bytes = golden.bytes("upstream.sse");
        MessagesRequest request = golden.request();
        UpstreamRequest sent = prepare(golden, request);
        for (int step : new int[] {1, 2, 3, 5, 7}) {
            StreamGolden.Played split = StreamGolden.play(bytes, step, () -> upstream.answers(request, sent));
            assertThat(split.client()).as("in pieces of %d", step).isEqualTo(golden.text("expected.sse"));
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aWholeAnswerIsTranslatedAsItsGoldenFileSays(Golden golden) throws Exception {
        MessagesRequest request = golden.request();
        AnswerTranslator answers = upstream.answers(request, prepare(golden, request));
        golden.checkJson("expected.json", answers.whole(JSON_HEAD, golden.bytes("answer.json")));
        golden.checkText("summary.txt", answers.facts() + "\n" + Golden.lines(answers.notes()));
        AnswerTranslator again = upstream.answers(request, prepare(golden, request));
        byte[] events = again.wholeAsStream(JSON_HEAD, golden.bytes("answer.json"));
        golden.checkText("expected.sse", new String(events, StandardCharsets.UTF_8));
    }

    protected UpstreamRequest prepare(Golden golden, MessagesRequest request) throws Exception {
        Route route = new Route(request.model(), golden.deployment(upstream.kind()), "test");
        return upstream.prepare(request, CLIENT, route);
    }
}
