package dev.sightglass.app.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.theme.AgentColours;
import dev.sightglass.app.theme.ThemeManager;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class ExchangeTableTest extends UiTest {
    private final BackgroundTasks tasks = BackgroundTasks.start();
    private final CellContext context = new CellContext(
            _ -> new BigDecimal("0.00421"),
            Clock.fixed(SampleExchanges.START.plusSeconds(290), ZoneOffset.UTC),
            new AgentColours());
    private ExchangeListModel model;
    private ExchangeTable table;
    private ThemeManager themes;
    private Stage stage;

    @BeforeEach
    void open() {
        themes = onFx(() -> new ThemeManager(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        model = onFx(() -> new ExchangeListModel(tasks, () -> new Totals(context.cost())));
        stage = showScene(() -> {
            table = new ExchangeTable(model, new ExchangeColumns(context), tasks, new Label("nothing yet"));
            Scene scene = new Scene(table, 1080, 660);
            themes.install(scene);
            return scene;
        });
    }

    @AfterEach
    void endTasks() {
        tasks.close();
    }

    @Test
    void everyStateIsDrawnInBothThemes() {
        tell(SampleExchanges.aScreenful());
        runOnFx(() -> table.select(Objects.requireNonNull(model.row(new ExchangeId(7)))));
        WaitForAsyncUtils.waitForFxEvents();

        snapshot(stage.getScene(), "table-light");
        runOnFx(themes::toggle);
        snapshot(stage.getScene(), "table-dark");

        assertThat(robot.lookup("429 error").tryQuery()).isPresent();
        assertThat(robot.lookup("streaming").queryAll()).hasSize(2);
    }

    @Test
    void aRowChangesInPlaceWhileItsExchangeRuns() {
        tell(List.of(SampleExchanges.pending(1)));
        await("the pending row", () -> robot.lookup("pending").tryQuery().isPresent());

        tell(List.of(SampleExchanges.streaming(1)));
        await("the streaming row", () -> robot.lookup("streaming").tryQuery().isPresent());

        tell(List.of(SampleExchanges.done(1)));
        await("the finished row", () -> robot.lookup("200").tryQuery().isPresent());
        assertThat(model.shown()).hasSize(1);
    }

    @Test
    void selectionStaysOnItsExchangeWhileRowsArriveAndTheOrderChanges() {
        tell(LongStream.rangeClosed(1, 50).mapToObj(SampleExchanges::done).toList());
        runOnFx(() -> table.select(Objects.requireNonNull(model.row(new ExchangeId(10)))));

        tell(LongStream.rangeClosed(51, 300).mapToObj(SampleExchanges::done).toList());
        runOnFx(() -> tableView().getColumns().getFirst().setSortType(TableColumn.SortType.DESCENDING));
        runOnFx(() -> tableView().getSortOrder().add(tableView().getColumns().getFirst()));
        tell(List.of(SampleExchanges.done(301)));

        assertThat(selectedNumber()).isEqualTo(10);
        assertThat(onFx(() -> model.shown().getFirst().id().number())).isEqualTo(301);
    }

    @Test
    void aSelectionHiddenByTheFilterComesBackWithIt() {
        tell(LongStream.rangeClosed(1, 20).mapToObj(SampleExchanges::done).toList());
        runOnFx(() -> table.select(Objects.requireNonNull(model.row(new ExchangeId(10)))));

        runOnFx(() -> model.setFilter(e -> e.id().number() < 5));
        assertThat(onFx(() -> tableView().getSelectionModel().getSelectedItems().size()))
                .isZero();
        runOnFx(() -> model.setFilter(_ -> true));

        assertThat(onFx(() ->
                        tableView().getSelectionModel().getSelectedItem().id().number()))
                .isEqualTo(10);
    }

    @Test
    void keysMoveTheSelectionAndShiftClickWidensIt() {
        tell(LongStream.rangeClosed(1, 10).mapToObj(SampleExchanges::done).toList());
        runOnFx(() -> table.focusTable());

        press(KeyCode.HOME);
        press(KeyCode.J);
        press(KeyCode.J);
        press(KeyCode.K);
        assertThat(selectedNumber()).isEqualTo(2);

        click(rowNode(5), KeyCode.SHIFT);
        assertThat(onFx(() -> table.selectionProperty().get().size())).isEqualTo(4);
    }

    @Test
    void theViewFollowsTheNewestRowUntilARowIsChosen() {
        tell(LongStream.rangeClosed(1, 100).mapToObj(SampleExchanges::done).toList());
        await("the last row in sight", () -> isInSight(100));

        runOnFx(() -> table.followingProperty().set(false));
        tell(LongStream.rangeClosed(101, 200).mapToObj(SampleExchanges::done).toList());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(onFx(() -> isInSight(100))).isTrue();
        assertThat(onFx(() -> isInSight(200))).isFalse();
    }

    @Test
    void theWayBackToTheNewestRowIsAtHandWhileRowsComeOutOfSight() {
        tell(LongStream.rangeClosed(1, 100).mapToObj(SampleExchanges::done).toList());
        await("the last row in sight", () -> isInSight(100));
        click(rowNode(95));
        assertThat(onFx(() -> table.followingProperty().get())).isFalse();
        assertThat(node("to-newest").isVisible()).isFalse();

        tell(LongStream.rangeClosed(101, 212).mapToObj(SampleExchanges::done).toList());
        assertThat(node("to-newest", Button.class).getText()).isEqualTo("112 new");
        snapshot(stage.getScene(), "table-newest-button");
        assertThat(onFx(() -> isInSight(212))).isFalse();
        click("to-newest");
        await("the newest row", () -> isInSight(212));
        assertThat(node("to-newest").isVisible()).isFalse();
        assertThat(selectedNumber()).isEqualTo(95);
    }

    @Test
    void aNewRowInSightIsNotOfferedAsOneToGoTo() {
        tell(LongStream.rangeClosed(1, 3).mapToObj(SampleExchanges::done).toList());
        robot.clickOn(rowNode(2));
        await("no following", () -> !table.followingProperty().get());
        tell(LongStream.rangeClosed(4, 4).mapToObj(SampleExchanges::done).toList());
        await("the new row", () -> isInSight(4));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(node("to-newest").isVisible()).isFalse();
    }

    @Test
    void scrollingAwayEndsFollowingAndScrollingBackBeginsItAgain() {
        tell(LongStream.rangeClosed(1, 100).mapToObj(SampleExchanges::done).toList());
        await("the last row in sight", () -> isInSight(100));
        robot.moveTo(rowNode(95));
        robot.scroll(5, VerticalDirection.UP);
        await("no following", () -> !table.followingProperty().get());
        robot.scroll(50, VerticalDirection.DOWN);
        await("following", () -> table.followingProperty().get());
    }

    @Test
    void withTheNewestRowFirstTheTopIsFollowed() {
        tell(LongStream.rangeClosed(1, 100).mapToObj(SampleExchanges::done).toList());
        runOnFx(() -> table.arrange(new ColumnLayout(List.of(), "number", true)));
        tell(LongStream.rangeClosed(101, 150).mapToObj(SampleExchanges::done).toList());
        await("the newest row in sight", () -> isInSight(150));
    }

    @Test
    void anArrangementOfColumnsIsGivenOutAndTakenBack() {
        ColumnLayout first = onFx(table::layoutNow);
        List<ColumnLayout.Column> reversed = first.columns().reversed();
        runOnFx(() -> table.arrange(new ColumnLayout(reversed, "ttft", true)));

        ColumnLayout now = onFx(table::layoutNow);
        assertThat(now.columns()).isEqualTo(reversed);
        assertThat(now.sortedBy()).isEqualTo("ttft");
        assertThat(now.descending()).isTrue();
    }

    @Test
    void columnsAreChosenInTheHeadersMenuAndSortedByAClick() {
        tell(LongStream.rangeClosed(1, 5).mapToObj(SampleExchanges::done).toList());
        Node header = robot.lookup("TTFT").query();
        rightClick(header);
        clickText("Tools called");
        press(KeyCode.ESCAPE);
        assertThat(onFx(table::layoutNow).columns())
                .contains(new ColumnLayout.Column("called", 120, true))
                .filteredOn(column -> column.id().equals("called"))
                .hasSize(1);

        robot.clickOn("TTFT");
        await("the order", () -> table.layoutNow().equals(sortedBy("ttft", false)));
        robot.clickOn("TTFT");
        await("the other order", () -> table.layoutNow().equals(sortedBy("ttft", true)));
        assertThat(onFx(() -> model.shown().getFirst().summary().timings().ttft()))
                .isEqualTo(onFx(() -> model.shown().stream()
                        .map(row ->
                                Objects.requireNonNull(row.summary().timings().ttft()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow()));
    }

    private ColumnLayout sortedBy(String id, boolean descending) {
        return new ColumnLayout(table.layoutNow().columns(), id, descending);
    }

    @Test
    void removedExchangesLeaveTheTable() {
        tell(LongStream.rangeClosed(1, 5).mapToObj(SampleExchanges::done).toList());
        runOnFx(() -> model.changed(List.of(), Set.of(new ExchangeId(2), new ExchangeId(4))));

        assertThat(onFx(() -> model.shown().stream().map(r -> r.id().number()).toList()))
                .containsExactly(1L, 3L, 5L);
    }

    private void tell(List<ExchangeSummary> exchanges) {
        runOnFx(() -> model.changed(exchanges, Set.of()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private long selectedNumber() {
        return onFx(() ->
                Objects.requireNonNull(table.selectedProperty().get()).id().number());
    }

    private boolean isInSight(long number) {
        return robot.lookup(".exchange-row").queryAll().stream().anyMatch(node -> shows(node, number));
    }

    private Node rowNode(long number) {
        return robot.lookup(".exchange-row")
                .match((Node node) -> shows(node, number))
                .query();
    }

    private static boolean shows(Node node, long number) {
        return node instanceof ExchangeTableRow row
                && row.isVisible()
                && row.getItem() != null
                && row.getItem().id().number() == number;
    }

    @SuppressWarnings("unchecked")
    private TableView<ExchangeRow> tableView() {
        return (TableView<ExchangeRow>) robot.lookup("#exchange-table").queryAs(TableView.class);
    }
}
