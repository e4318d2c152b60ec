package dev.sightglass.app.control.body;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** What the viewer makes of the room that it has. */
class BodyWidthTest extends ViewerTest {
    @Test
    void wrappingShowsLongLinesWhole() {
        show("{\"text\":\"" + "word ".repeat(2_000) + "\"}");
        await("wrapped rows", () -> view.rows().size() > 20);
        assertThat(onFx(() -> view.rows().columns())).isLessThan(200);

        click("body-wrap");

        await("the line in one row", () -> view.rows().size() < 10);
    }

    @Test
    void wrappedLinesFollowTheWidthOfTheView() {
        show("{\"text\":\"" + "word ".repeat(1_000) + "\"}");
        await("wrapped rows", () -> view.rows().size() > 20);
        int before = onFx(() -> view.rows().columns());

        runOnFx(() -> view.getScene().getWindow().setWidth(500));

        await("narrower rows", () -> view.rows().columns() < before - 20);
    }

    @Test
    void aNarrowBarGivesTheSearchARowOfItsOwn() {
        show("{\"a\":1}");
        Node field = node("body-search");
        Node mode = node("body-mode-pretty");
        assertThat(onFx(() -> middle(field) - middle(mode))).isBetween(-4.0, 4.0);

        runOnFx(() -> viewer.getScene().getWindow().setWidth(420));

        await("a row of its own", () -> middle(field) - middle(mode) > 20);
        assertThat(onFx(() -> field.getLayoutBounds().getWidth())).isGreaterThan(150);
    }

    private static double middle(Node node) {
        return node.localToScene(node.getLayoutBounds()).getCenterY();
    }
}
