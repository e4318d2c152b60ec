package dev.sightglass.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.body.TextView;
import dev.sightglass.engine.model.ExchangeId;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** One exchange against another. */
class DiffPanelTest extends PanelTest {
    @Test
    void diffShowsWhatTheRequestBeforeDidNotHold() {
        show(last);
        runOnFx(() -> inspector.showPanel("diff"));

        await("the comparison", () -> text("diff-summary").startsWith("From #"));
        TextView view = (TextView) node("diff-text", Node.class);
        assertThat(onFx(() -> view.rows().copy(0, 1_000_000).contains("mcp__library__search")))
                .isTrue();
        pictures("diff");
        clickText("Side by side");
        TextView after = (TextView) node("diff-after", Node.class);
        await("both sides", () -> after.isVisible() && after.rows().size() > 10);
        pictures("diff-beside");
    }

    @Test
    void twoExchangesAreComparedFromOutsideAndSwapped() {
        show(last);
        runOnFx(() -> inspector.compare(new ExchangeId(3), last.id()));
        await("the comparison", () -> text("diff-summary").startsWith("From #3 to #31"));

        click("diff-swap");

        await("the other way round", () -> text("diff-summary").startsWith("From #31 to #3:"));
    }
}
