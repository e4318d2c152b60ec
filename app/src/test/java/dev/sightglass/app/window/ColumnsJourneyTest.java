package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightglass.app.exchanges.ColumnLayout;
import dev.sightglass.app.state.UiState;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.WindowTest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns are arranged by mouse, and stand so at the next start. */
class ColumnsJourneyTest extends WindowTest {
    @BeforeEach
    void open() {
        openWindow(ANY_PORT, storeInFolder());
        tell(SampleExchanges.aScreenful());
    }

    @Test
    void aColumnMadeWiderIsAsWideAtTheNextStart() throws Exception {
        double before = column("model").width();
        Bounds header = onScreen(header("model"));
        robot.drag(header.getMaxX() - 1, header.getCenterY()).dropBy(60, 0);
        await("the wider column", () -> column("model").width() > before + 50);
        double wider = column("model").width();

        startAnew();
        assertThat(column("model").width()).isCloseTo(wider, within(0.5));
    }

    @Test
    void aColumnMovedStandsThereAtTheNextStart() throws Exception {
        assertThat(order().indexOf("cost")).isGreaterThan(order().indexOf("agent"));
        Bounds target = onScreen(header("agent"));
        robot.drag(header("cost"))
                .moveTo(target.getMinX() + 4, target.getCenterY())
                .drop();
        await("the moved column", () -> order().indexOf("cost") < order().indexOf("agent"));
        List<String> moved = order();

        startAnew();
        assertThat(order()).isEqualTo(moved);
    }

    @Test
    void columnsAreChosenAndSortedByKeyboard() {
        palette("sort by total");
        await(
                "the shortest first",
                () -> durations().equals(durations().stream().sorted().toList()));
        palette("sort by total");
        await(
                "the longest first",
                () -> durations()
                        .equals(durations().stream()
                                .sorted(Comparator.reverseOrder())
                                .toList()));
        palette("sort by total");
        await("by number", () -> rows().equals(rows().stream().sorted().toList()));

        assertThat(column("title").shown()).isFalse();
        palette("columns");
        click("column-title");
        await("the column", () -> column("title").shown());
    }

    private void palette(String words) {
        press(KeyCode.CONTROL, KeyCode.K);
        type(words);
        press(KeyCode.ENTER);
    }

    private List<Long> rows() {
        return app.exchanges().shown().stream()
                .filter(row -> !row.state().inFlight())
                .map(row -> row.id().number())
                .toList();
    }

    private List<Duration> durations() {
        return app.exchanges().shown().stream()
                .filter(row -> !row.state().inFlight())
                .map(row -> Objects.requireNonNull(row.summary().timings().duration()))
                .toList();
    }

    /** Puts what was left into a new window, by way of the file. */
    private void startAnew() throws Exception {
        UiState left = onFx(() -> window.stateNow(new UiState.Bounds(0, 0, 1280, 800, false)));
        app.stateFile().save(left);
        runOnFx(() -> {
            window = new MainWindow(app);
            window.restore(app.stateFile().load());
            stage.getScene().setRoot(window);
        });
    }

    private List<String> order() {
        return onFx(() -> window.stateNow(new UiState.Bounds(0, 0, 1280, 800, false)).columns().columns().stream()
                .map(ColumnLayout.Column::id)
                .toList());
    }

    private ColumnLayout.Column column(String id) {
        return onFx(() -> window.stateNow(new UiState.Bounds(0, 0, 1280, 800, false)).columns().columns().stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private Node header(String id) {
        return robot.lookup(".column-header")
                .match((Node node) -> id.equals(node.getId()))
                .query();
    }

    private Bounds onScreen(Node node) {
        return onFx(() -> node.localToScreen(node.getBoundsInLocal()));
    }
}
