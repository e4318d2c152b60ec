package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.sessions.SessionNode;
import dev.sightglass.app.testing.RecordedRun;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions, turns and agents from the tree to the table and back. */
class SessionsJourneyTest extends WindowTest {
    private ExchangeStore store;

    @Override
    protected Clock clock() {
        return SAMPLE_CLOCK;
    }

    @BeforeEach
    void open() {
        store = new MemoryExchangeStore();
        openWindow(EngineSettings.DEFAULT, store);
        record(RecordedRun.threeParallelAgentsOneNested().exchanges());
    }

    @Test
    void theTreeLooksWorthItsMoneyInBothThemes() {
        click(line(5));
        await("the agent's rows and those of the agent it started", () -> scope().equals("4 of 14 exchanges"));
        snapshot(stage.getScene(), "sessions-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(stage.getScene(), "sessions-dark");
    }

    @Test
    void aChosenLineNarrowsTheTableTogetherWithTheQueryAndTheChipTakesItBack() {
        click(line(2));
        await("the turn's rows", () -> scope().equals("12 of 14 exchanges"));
        assertThat(label("scope-chip")).isEqualTo("14:02 myproj › Delegate three jobs.");
        press(KeyCode.CONTROL, KeyCode.F);
        type("agent:main");
        await("its rows that pass the query", () -> scope().equals("4 of 14 exchanges"));

        click("scope-clear");

        await("all rows that pass the query", () -> scope().equals("6 of 14 exchanges"));
        assertThat(node("session-tree", TreeView.class).getSelectionModel().getSelectedIndex())
                .isZero();
        await("no chip", () -> !robot.lookup(".scope-bar").query().isVisible());
    }

    @Test
    void everyLineShowsTheNumbersOfItsNode() {
        TreeView<SessionNode> tree = tree();
        for (int i = 0; i < 9; i++) {
            TreeCell<?> line = line(i);
            SessionNode node = onFx(() -> tree.getTreeItem(line.getIndex()).getValue());
            await(
                    "the count of line " + i,
                    () -> ((Label) line.lookup(".count"))
                            .getText()
                            .equals(Integer.toString(node.sums().count())));
        }
    }

    @Test
    void theStatusBarSaysTheSameAsEveryLine() {
        TreeView<SessionNode> tree = tree();
        int lines = onFx(tree::getExpandedItemCount);
        assertThat(lines).isEqualTo(9);
        for (int i = 0; i < lines; i++) {
            int row = i;
            runOnFx(() -> tree.getSelectionModel().select(row));
            SessionNode node = onFx(() -> tree.getTreeItem(row).getValue());
            await(
                    "the totals of line " + i,
                    () -> agree(app.exchanges().totalsProperty().get(), node));
        }
    }

    private static boolean agree(Totals.View totals, SessionNode node) {
        return totals.count() == node.sums().count()
                && totals.input() == node.sums().input()
                && totals.cached() == node.sums().cached()
                && totals.output() == node.sums().output()
                && totals.errors() == node.sums().errors()
                && totals.unpriced() == node.sums().unpriced()
                && (node.sums().cost() == null
                        ? totals.cost().signum() == 0
                        : totals.cost().equals(node.sums().cost()));
    }

    @Test
    void selectionAndExpansionStayWhileTrafficArrives() {
        click(line(5));
        TreeView<SessionNode> tree = tree();
        TreeItem<SessionNode> chosen = onFx(() -> tree.getSelectionModel().getSelectedItem());
        runOnFx(() -> chosen.setExpanded(false));

        List<ExchangeSummary> more = new ArrayList<>();
        for (int n = 15; n <= 400; n++) more.add(SampleExchanges.done(n));
        record(more);

        await("the other session's line", () -> tree.getRoot().getChildren().size() == 2);
        runOnFx(() -> {
            assertThat(tree.getSelectionModel().getSelectedItem()).isSameAs(chosen);
            assertThat(chosen.isExpanded()).isFalse();
            assertThat(app.exchanges().shown()).hasSize(4);
            assertThat(app.sessions().chosenProperty().get()).isSameAs(chosen.getValue());
        });
    }

    @Test
    void theKeyboardWalksTheTreeCopiesIdsAndGoesBack() {
        clickText("myproj");
        press(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied).containsExactly(RecordedRun.SESSION);
        press(KeyCode.DOWN);
        await("the first turn", () -> scope().equals("12 of 14 exchanges"));
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        await("the first sub-agent", () -> scope().equals("2 of 14 exchanges"));
        press(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied).last().isEqualTo("a8f15ad98ea545850");
        press(KeyCode.ESCAPE);
        await("everything", () -> scope().equals("14 exchanges"));
    }

    @Test
    void aSessionIsExportedFromTheTree() throws Exception {
        Path file = folder.resolve("session.jsonl");
        menuOn(line(4), "export");
        await("the dialog", () -> exists("export-ok"));
        runOnFx(() -> {
            ComboBox<?> format = (ComboBox<?>) robot.lookup("#export-format").query();
            format.getSelectionModel().select(1);
        });
        answerNextChooser(file);
        click("export-ok");
        await("the file", () -> Files.exists(file) && Files.readAllLines(file).size() == 2);
    }

    @Test
    void aTurnIsRemovedAndBroughtBack() {
        menuOn(line(2), "remove");
        await("what is left", () -> scope().equals("2 exchanges"));
        click("toast-action");
        await("all again", () -> scope().equals("14 exchanges"));
        await("the turn's line", () -> lines() == 9);
    }

    @Test
    void aLineBecomesATermOfTheQuery() {
        menuOn(line(4), "filter");
        await(
                "the term",
                () -> ((TextField) robot.lookup("#filter").query()).getText().equals("agent:a8f15ad98ea545850"));
    }

    @Test
    void theTreeIsCollapsedAndExpandedWhole() {
        menuOn(line(1), "collapse");
        await("two lines", () -> lines() == 2);
        menuOn(line(1), "expand");
        await("all lines", () -> lines() == 9);
    }

    @Test
    void theFiguresOfALineAreShownAndTheirExchangesAreAClickAway() {
        click(line(2));
        await(
                "the turn's figures",
                () -> ((Label) robot.lookup("#dashboard-heading").query())
                        .getText()
                        .equals("14:02 myproj › Delegate three jobs."));
        await("its tools", () -> robot.lookup("#slowest .rank").queryAll().size() == 5);
        assertThat(node("chart-tokens").getAccessibleText()).contains("Tokens per turn", "From cache");
        assertThat(node("table-tools").getAccessibleText()).contains("Bash, Uses 4, Errors 0");
        snapshot(stage.getScene(), "dashboard-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(stage.getScene(), "dashboard-dark");

        runOnFx(() -> robot.lookup("#slowest .rank").nth(0).<Button>query().fire());
        await("the inspector", () -> !robot.lookup("#dashboard").query().isVisible());
        press(KeyCode.ESCAPE);
        click(line(3));
        await("the figures again", () -> robot.lookup("#dashboard").query().isVisible());
    }

    /** The line at this place in the tree, from 0 on. */
    private TreeCell<?> line(int index) {
        await("line " + index, () -> cell(index).isPresent());
        return onFx(() -> cell(index).orElseThrow());
    }

    private Optional<TreeCell<?>> cell(int index) {
        return robot.lookup(".tree-cell").queryAll().stream()
                .map(node -> (TreeCell<?>) node)
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == index)
                .findFirst()
                .map(cell -> cell);
    }

    private void menuOn(TreeCell<?> line, String item) {
        rightClick(line);
        await("the menu", () -> robot.lookup("#session-menu-" + item).tryQuery().isPresent());
        click("session-menu-" + item);
    }

    @SuppressWarnings("unchecked")
    private TreeView<SessionNode> tree() {
        return node("session-tree", TreeView.class);
    }

    private void record(List<ExchangeSummary> exchanges) {
        for (ExchangeSummary exchange : exchanges) {
            ExchangeId id = store.nextId();
            assertThat(id).isEqualTo(exchange.id());
            store.save(RecordedRun.stored(exchange));
        }
        await("the last exchange", () -> app.exchanges().row(exchanges.getLast().id()) != null);
    }

    private int lines() {
        return ((TreeView<?>) robot.lookup("#session-tree").query()).getExpandedItemCount();
    }
}
