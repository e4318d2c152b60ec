package dev.sightglass.app.control.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class FlowViewTest extends UiTest {
    private FlowView<Line> view;

    /** A row that turns out three times as high as it said. */
    private record Line(Integer key, String text) implements FlowRow {
        @Override
        public double likelyHeight(double width) {
            return 10;
        }
    }

    private static final class LineNode extends FlowNode<Line> {
        private final FlowText words = new FlowText(_ -> {});

        LineNode() {
            words.setManaged(false);
            getChildren().add(words);
        }

        @Override
        protected void show(Line shown) {
            words.show(StyledText.plain(shown.text()), "line");
        }

        @Override
        protected double heightFor(double width) {
            return 30;
        }

        @Override
        protected void layoutChildren() {
            words.resizeRelocate(0, 0, getWidth(), getHeight());
        }

        @Override
        protected int positionAt(double x, double y) {
            return words.positionAt(x, y);
        }
    }

    @BeforeEach
    void open() {
        showScene(() -> {
            view = new FlowView<>(_ -> new LineNode());
            view.setId("flow");
            view.show(lines(0, 1_000));
            return new Scene(view, 400, 300);
        });
    }

    private static List<Line> lines(int from, int to) {
        List<Line> lines = new ArrayList<>();
        for (int i = from; i < to; i++) lines.add(new Line(i, "line " + i));
        return lines;
    }

    /** Text and place of what is in sight. */
    private List<String> inSight() {
        WaitForAsyncUtils.waitForFxEvents();
        return onFx(() -> view.lookupAll(".text").stream()
                .filter(text -> text.getParent().getParent().getParent().isVisible())
                .map(text -> ((javafx.scene.text.Text) text).getText() + "@"
                        + Math.round(text.localToScene(0, 0).getY()))
                .sorted()
                .toList());
    }

    @Test
    void onlyWhatIsInSightExists() {
        assertThat(inSight()).hasSize(10);
    }

    @Test
    void rowsThatTurnOutHigherDoNotMoveWhatIsInSight() {
        runOnFx(() -> view.goToRow(500));
        List<String> before = inSight();

        runOnFx(() -> view.scrollBy(-10));
        runOnFx(() -> view.scrollBy(10));

        assertThat(inSight()).isEqualTo(before).anyMatch(line -> line.equals("line 500@0"));
    }

    @Test
    void scrollingUpMovesByExactlyAsMuchAsAsked() {
        runOnFx(() -> view.goToRow(500));
        inSight();

        runOnFx(() -> view.scrollBy(-70));

        assertThat(inSight()).contains("line 500@70", "line 498@10");
    }

    @Test
    void rowsAddedAboveAndBelowLeaveThePositionAlone() {
        runOnFx(() -> view.goToRow(500));
        List<String> before = inSight();
        List<Line> more = new ArrayList<>(lines(-300, 0));
        more.addAll(lines(0, 2_000));

        runOnFx(() -> view.replace(more));

        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void aViewAtItsEndFollowsAndOneElsewhereStays() {
        runOnFx(() -> view.setFollows(true));
        runOnFx(() -> view.goToEnd());
        assertThat(inSight()).contains("line 999@270");

        runOnFx(() -> view.replace(lines(0, 1_010)));
        assertThat(inSight()).contains("line 1009@270");

        runOnFx(() -> view.scrollBy(-100));
        List<String> before = inSight();
        runOnFx(() -> view.replace(lines(0, 1_020)));
        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void theEndIsNeverScrolledPast() {
        runOnFx(() -> view.goToEnd());
        inSight();

        runOnFx(() -> view.scrollBy(5_000));

        assertThat(inSight()).contains("line 999@270");
    }

    @Test
    void textIsSelectedOverRowsAndCopied() {
        robot.drag(robot.point("#flow")
                        .atPosition(javafx.geometry.Pos.TOP_LEFT)
                        .query()
                        .add(1, 5))
                .dropTo(robot.point("#flow")
                        .atPosition(javafx.geometry.Pos.TOP_LEFT)
                        .query()
                        .add(300, 65));
        await("the selection", () -> view.selectedText().equals("line 0\nline 1\nline 2"));

        press(KeyCode.CONTROL, KeyCode.C);

        await(
                "the clipboard",
                () -> "line 0\nline 1\nline 2"
                        .equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void theSelectionStaysWithItsWordsWhenRowsComeAbove() {
        runOnFx(() -> view.select(new FlowSelection(new FlowPosition(3, 0), new FlowPosition(3, 6))));

        runOnFx(() -> view.replace(lines(-50, 100)));

        assertThat(onFx(view::selectedText)).isEqualTo("line 3");
    }
}
