package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.upstream.DownstreamError;
import dev.sightglass.engine.upstream.azure.Golden;
import dev.sightglass.engine.upstream.azure.TranslationGoldenTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChatGoldenTest extends TranslationGoldenTest {
    ChatGoldenTest() {
        super(new ChatUpstream(), "chat");
    }

    static Stream<Golden> errors() throws IOException {
        return Golden.all("errors");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorIsTranslatedAsItsGoldenFileSays(Golden golden) throws Exception {
        MessagesRequest request = golden.request();
        ResponseHead head = ErrorGolden.head(golden);
        DownstreamError error =
                upstream.answers(request, prepare(golden, request)).error(head, golden.bytes("body.txt"));
        golden.checkText("expected.txt", ErrorGolden.text(error));
    }
}
