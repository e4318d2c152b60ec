package dev.sightglass.app.pictures;

import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The window around the panels: table, tree, figures, filter, menus, sizes. */
class WindowPicturesTest extends Gallery {
    private ExchangeStore store;

    @BeforeEach
    void openOnTraffic() throws Exception {
        RecordedTraffic.copyTo(folder);
        store = SqliteExchangeStore.open(StoreOptions.writing(folder));
        open(EngineSettings.DEFAULT, store);
        await("the rows", () -> app.exchanges().shown().size() > 25);
    }

    @Test
    void figuresOfAll() {
        await(
                "the figures",
                () -> robot.lookup(".figure-tile .tile-value").queryAllAs(Label.class).stream()
                        .anyMatch(figure -> figure.getText().startsWith("$")));
        take("figures");
        tableShare(0.15);
        take("figures-tall");
        robot.moveTo(robot.lookup(".column-chart").nth(0).<Node>query());
        take("figures-hover");
    }

    @Test
    void oneSelectedRowAndSeveral() {
        select(_ -> true);
        tableShare(0.6);
        take("row-selected");
        runOnFx(() -> window.lookup("#filter").requestFocus());
        take("row-selected-idle");
        runOnFx(() -> ((ExchangeTable) window.lookup("#exchange-table").getParent()).focusTable());
        press(KeyCode.SHIFT, KeyCode.UP);
        press(KeyCode.SHIFT, KeyCode.UP);
        take("rows-selected");
    }

    @Test
    void ownMarks() {
        String[] colours = {"red", "orange", "yellow", "green", "blue", "violet"};
        for (int i = 0; i < colours.length; i++)
            store.annotate(new ExchangeId(i + 4), new Annotation(i == 2, colours[i], i == 4 ? "slow again" : null));
        tableShare(0.8);
        select(e -> e.id().number() == 3);
        take("rows-marked");
    }

    @Test
    void filters() {
        press(KeyCode.CONTROL, KeyCode.F);
        take("filter-focused");
        type("status>=400");
        await("failed rows", () -> app.exchanges().shown().size() < 10);
        take("filter-query");
        type(" and tol=3");
        await("what is wrong", () -> robot.lookup("#filter-problem").tryQuery().isPresent());
        take("filter-problem");
        press(KeyCode.ESCAPE);
        type("sto");
        press(KeyCode.DOWN);
        await("offers", () -> robot.lookup("#filter-offers").query().isVisible());
        take("filter-offers");
        press(KeyCode.ESCAPE);
        press(KeyCode.ESCAPE);
        runOnFx(() -> app.filter().queryProperty().set("model:nothing-of-this-name"));
        await("no rows", () -> app.exchanges().shown().isEmpty());
        take("filter-nothing");
    }

    @Test
    void aChosenAgent() {
        await("the tree", () -> robot.lookup(".session-line").tryQuery().isPresent());
        runOnFx(() -> window.lookup("#session-tree").requestFocus());
        robot.clickOn(robot.lookup(".session-line > .name").nth(2).<Node>query());
        take("session-chosen");
        robot.clickOn(robot.lookup(".session-line > .name").nth(2).<Node>query(), MouseButton.SECONDARY);
        take("session-menu");
    }

    @Test
    void menus() {
        select(e -> e.id().number() == 5);
        tableShare(0.7);
        robot.rightClickOn(row(5));
        take("row-menu");
        clickText("Colour");
        take("row-menu-colour");
        press(KeyCode.ESCAPE);
        press(KeyCode.ESCAPE);
        Bounds head = onFx(() -> window.lookup(".column-header-background")
                .localToScreen(window.lookup(".column-header-background").getBoundsInLocal()));
        robot.clickOn(head.getMinX() + 200, head.getMinY() + 12, MouseButton.SECONDARY);
        take("column-menu");
        press(KeyCode.ESCAPE);
        click("main-menu");
        take("main-menu");
        press(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.K);
        take("palette");
        type("theme");
        take("palette-typed");
        type("xyzzy");
        take("palette-nothing");
    }

    private Node row(long number) {
        return robot.lookup(".table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(row -> row.getItem() instanceof dev.sightglass.app.exchanges.ExchangeRow one
                        && one.summary().id().number() == number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void otherSizes() {
        select(e -> e.id().number() == 7);
        runOnFx(() -> app.themes().zoomProperty().set(1.5));
        WaitForAsyncUtils.waitForFxEvents();
        take("zoom-150");
        runOnFx(() -> {
            app.themes().zoomProperty().set(1);
            stage.setWidth(900);
            stage.setHeight(600);
        });
        WaitForAsyncUtils.waitForFxEvents();
        take("narrow");
        runOnFx(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
            ((SplitPane) window.lookup("#side-split")).setDividerPositions(0.35);
        });
        take("wide-tree");
        press(KeyCode.CONTROL, KeyCode.B);
        take("no-tree");
    }
}
