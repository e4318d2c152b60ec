package dev.sightglass.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.body.TextView;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Fifty megabytes in the panels of the window: opened, read to the end, searched, folded, in every form. */
class LargeBodyTest extends PanelTest {
    private static final int SIZE = 50_000_000;

    private TextView view;
    private int size;

    private void show(byte[] body, String panel) {
        size = body.length;
        ExchangeSummary exchange = SampleExchanges.done(200);
        RecordedExchanges.addRequest(store, exchange, body);
        runOnFx(() -> {
            inspector.showPanel(panel);
            inspector.show(exchange);
        });
        view = (TextView) node("body-text", Node.class);
        await("the whole body", () -> view.rows().source().length() >= body.length);
    }

    private void goThrough(String mode) {
        RowSource before = view.rows();
        runOnFx(() -> view.select(0, 0));
        click("body-mode-" + mode);
        if (!mode.equals("pretty"))
            await(mode, () -> view.rows() != before && view.rows().source().length() >= size);
        runOnFx(view::requestFocus);
        press(KeyCode.CONTROL, KeyCode.END);
        await(
                "the end in " + mode,
                () -> view.rows().rowOf(view.caret()) == view.rows().size() - 1);
        press(KeyCode.CONTROL, KeyCode.HOME);
        await("the beginning in " + mode, () -> view.caret() == 0);
        // At once, so that no earlier letters' hit can come after this one's.
        TextField search = node("body-search", TextField.class);
        runOnFx(search::clear);
        await("no search in " + mode, () -> text("body-search-count").isEmpty());
        runOnFx(() -> search.setText("needle-at-the-end"));
        await("the hit in " + mode, () -> text("body-search-count").equals("1 of 1"));
        await("the last lines in " + mode, () -> {
            int caret = view.caret();
            return view.rows().source().length() - caret < 200
                    && view.rows().row(view.rows().rowOf(caret)).text().contains("needle");
        });
    }

    @Test
    void aConversationIsReadToItsEndAndFoldedInEveryForm() {
        show(LargeBodies.conversation(SIZE), "request");

        for (String mode : List.of("pretty", "tree", "raw")) goThrough(mode);
        click("body-mode-tree");
        await("the tree", () -> view.rows().row(0).text().contains("50.0 MB"));
        click("body-fold");
        await("the closed tree", () -> view.rows().size() == 6);
        click("body-unfold");
        await("everything open", () -> view.rows().size() > 300_000);
        click("body-fold");
        await("the closed tree again", () -> view.rows().size() == 6);
    }

    @Test
    void linesOfAMegabyteAreReadToTheirEndInTheRawPanel() {
        show(LargeBodies.longLines(SIZE), "raw");

        for (String mode : List.of("pretty", "raw", "tree")) goThrough(mode);
        runOnFx(() -> view.select(view.rows().startOf(1), view.rows().startOf(1)));
        runOnFx(view::requestFocus);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        await("a line of a megabyte as text", () -> view.rows().size() > 6_000);
    }

    @Test
    void anEventStreamHasATreeForEachEvent() {
        show(LargeBodies.stream(SIZE), "request");

        click("body-mode-tree");
        await("the events", () -> view.rows().size() > 300_000);
        runOnFx(view::requestFocus);
        press(KeyCode.CONTROL, KeyCode.END);
        press(KeyCode.RIGHT);
        await("the last event opened", () -> text("body-path").startsWith("["));
        click("body-search");
        type("needle-at-the-end");
        await("the hit", () -> text("body-path").endsWith("].delta.text"));
        assertThat(text("body-search-count")).isEqualTo("1 of 1");
    }
}
