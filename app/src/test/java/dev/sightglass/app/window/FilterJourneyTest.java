package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.state.UiState;
import dev.sightglass.app.testing.ReadyWindowTest;
import dev.sightglass.app.testing.SampleExchanges;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What narrows the table: the query, and a line of the tree. */
class FilterJourneyTest extends ReadyWindowTest {
    @Test
    void typingIntoTheFilterNarrowsTheTable() {
        tell(SampleExchanges.aScreenful());
        press(KeyCode.CONTROL, KeyCode.F);
        assertThat(node("filter", TextField.class).isFocused()).isTrue();
        type("explore 200");
        await("the narrowed table", () -> label("status-scope").equals("5 of 24 exchanges"));
        press(KeyCode.ESCAPE);
        await("all rows again", () -> label("status-scope").equals("24 exchanges"));
    }

    @Test
    void aQueryFiltersLiveTellsWhatIsWrongAndIsCompletedByKeyboard() {
        tell(SampleExchanges.aScreenful());
        press(KeyCode.CONTROL, KeyCode.F);
        type("status>=400");
        await("the failed rows", () -> label("status-scope").equals("3 of 24 exchanges"));
        press(KeyCode.ENTER);

        type(" and tol=3");
        await("what is wrong", () -> label("filter-problem").contains("column 17"));
        snapshot(stage.getScene(), "window-filter-problem");

        press(KeyCode.ESCAPE);
        await("all rows again", () -> label("status-scope").equals("24 exchanges"));
        type("sto");
        press(KeyCode.DOWN);
        await("the offers", () -> robot.lookup("#filter-offers").query().isVisible());
        snapshot(stage.getScene(), "window-filter-offers");
        press(KeyCode.ENTER);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(node("filter", TextField.class).getText()).isEqualTo("stop:end_turn");
        press(KeyCode.ENTER);
        press(KeyCode.UP);
        assertThat(node("filter", TextField.class).getText()).isEqualTo("status>=400");
        UiState left = onFx(() -> window.stateNow(new UiState.Bounds(1, 2, 1280, 800, false)));
        assertThat(left.queries()).containsExactly("stop:end_turn", "status>=400");
    }

    @Test
    void escapeLeavesTheEmptyFieldForTheRowsAndLettersComeBackToIt() {
        tell(SampleExchanges.aScreenful());
        press(KeyCode.CONTROL, KeyCode.F);
        type("status>=400");
        press(KeyCode.ESCAPE);
        await("the empty field", () -> app.filter().queryProperty().get().isEmpty());
        assertThat(node("filter").isFocused()).isTrue();
        press(KeyCode.ESCAPE);
        await("the rows", () -> robot.lookup("#exchange-table").query().isFocused());
        press(KeyCode.J);
        await("a row", () -> robot.lookup("#tab-overview").tryQuery().isPresent());
        type("tool:Bash");
        assertThat(node("filter", TextField.class).getText()).isEqualTo("tool:Bash");
    }

    @Test
    void choosingAnAgentNarrowsTheTable() {
        tell(SampleExchanges.aScreenful());
        await("the agent's line", () -> agentLine().isPresent());
        robot.clickOn(agentLine().orElseThrow());
        await("the agent's rows", () -> label("status-scope").matches("[12] of 24 exchanges"));
        press(KeyCode.CONTROL, KeyCode.B);
        await("the closed list", () -> robot.lookup("#session-tree").tryQuery().isEmpty());
    }

    private Optional<Node> agentLine() {
        return robot.lookup(".session-line > .name").queryAll().stream()
                .filter(name -> ((Label) name).getText().equals("Explore"))
                .findFirst();
    }
}
