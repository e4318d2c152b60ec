package dev.sightglass.app.inspector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.body.TextView;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.SplittableRandom;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** Bodies that no client should send, and some do: what is wrong with them is told, and nothing hides. */
class WildBodiesTest extends PanelTest {
    private TextView view;

    private void show(byte[] body) {
        ExchangeSummary exchange = SampleExchanges.done(300);
        RecordedExchanges.addRequest(store, exchange, body);
        runOnFx(() -> {
            inspector.showPanel("request");
            inspector.show(exchange);
        });
        if (body.length == 0) return;
        view = (TextView) node("body-text", Node.class);
        await("the body", () -> view.rows().source().length() >= body.length);
    }

    private void pictures(String name, String... modes) {
        for (String mode : modes) {
            RowSource before = view.rows();
            click("body-mode-" + mode);
            if (!mode.equals("pretty")) await(mode, () -> view.rows() != before);
            pictures("wild-" + name + "-" + mode);
        }
    }

    private String rows() {
        return onFx(() -> {
            StringBuilder all = new StringBuilder();
            int size = Math.min(200, view.rows().size());
            for (int i = 0; i < size; i++) all.append(view.rows().row(i).text()).append('\n');
            return all.toString();
        });
    }

    @Test
    void whatTurnsOrHidesTextIsMarked() {
        show("""
                {"trojan": "access(\u202e \u2066// check if admin\u2069 \u2066", "zero": "pass\u200bword", "mark": "\ufeffx",
                 "hebrew": "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd and more", "arabic": "\u0645\u0631\u062d\u0628\u0627 42",
                 "wide": "\u6f22\u5b57\u304b\u306a", "emoji": "\ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "delete": "a\u007fb", "escapes": "\\u0000\\u001b[31m red \\u202e",
                 "combining": "e\u0301 a\u0308", "tabs": "a\\tb"}
                """.getBytes(UTF_8));

        assertThat(rows())
                .contains("access(<U+202E> <U+2066>// check if admin<U+2069> <U+2066>")
                .contains("pass<U+200B>word")
                .contains("a<U+007F>b");
        pictures("bidi", "pretty", "tree", "raw", "hex");
    }

    @Test
    void brokenUtf8InTheMiddleIsToldWithItsPlace() {
        byte[] body =
                ("{\"before\": \"good\", \"broken\": \"caf\u00e9 \u00c3( and \u00ff\u00fe\", \"after\": [1, 2, 3]}")
                        .getBytes(ISO_8859_1);
        show(body);

        await("the place", () -> text("body-notice").contains("first broken byte is at 33"));
        assertThat(rows()).contains("caf<E9> <C3>( and <FF><FE>").contains("\"after\": [");
        pictures("utf8", "pretty", "tree", "raw");
    }

    @Test
    void jsonThatEndsEarlyIsToldWithItsPlace() {
        show("{\"model\": \"gpt-4.1\", \"messages\": [{\"role\": \"user\", \"content\": \"this never en"
                .getBytes(UTF_8));

        await("the place", () -> text("body-notice").contains("line 6"));
        assertThat(rows()).contains("\"this never en");
        pictures("cut", "pretty", "tree");
    }

    @Test
    void aBrokenLineAmongLinesOfJsonSpoilsNoOther() {
        show("{\"n\": 1, \"ok\": true}\n{\"n\": 2, \"ok\": }\n\n{\"n\": 3, \"list\": [1, 2]}\n".getBytes(UTF_8));

        await("the place", () -> text("body-notice").contains("expected a value"));
        assertThat(rows()).contains("\"n\": 3,").contains("\"ok\": }");
        pictures("lines", "pretty", "tree");
    }

    @Test
    void aLineOfAMegabyteIsShownFoldedAndWrapped() {
        show(("{\"short\": 1, \"long\": \"" + "lorem ipsum ".repeat(90_000) + "\", \"end\": true}").getBytes(UTF_8));

        await("the folded line", () -> rows().contains("more bytes"));
        pictures("long", "pretty", "tree", "raw");
        click("body-mode-pretty");
        click("body-unfold");
        await("the wrapped line", () -> view.rows().size() > 5_000);
        pictures("wild-long-wrapped");
    }

    @Test
    void bytesThatAreNoTextAreShown() {
        byte[] body = new byte[4_000];
        SplittableRandom random = new SplittableRandom(1);
        random.nextBytes(body);
        show(body);

        await("the place", () -> text("body-notice").startsWith("Not valid UTF-8"));
        pictures("binary", "pretty", "hex");
    }

    @Test
    void anEmptyBodyIsSaidToBeEmpty() {
        show(new byte[0]);

        await("the word", () -> text("body-nothing").contains("no body"));
        pictures("wild-empty");
    }
}
