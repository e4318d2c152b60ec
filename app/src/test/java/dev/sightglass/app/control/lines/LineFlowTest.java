package dev.sightglass.app.control.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.UiTest;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineFlowTest extends UiTest {
    private static final int HEIGHT = 20;

    private final ObservableList<String> items = FXCollections.observableArrayList();
    private TableView<String> table;
    private LineFlow<TableRow<String>> flow;

    @BeforeEach
    void open() {
        show(
                () -> {
                    table = new TableView<>(items);
                    TableColumn<String, String> column = new TableColumn<>("text");
                    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue()));
                    column.setPrefWidth(500);
                    table.getColumns().add(column);
                    table.setFixedCellSize(HEIGHT);
                    LineTableSkin<String> skin = new LineTableSkin<>(table);
                    table.setSkin(skin);
                    flow = skin.flow();
                    return table;
                },
                400,
                300);
    }

    @Test
    void whateverHappensToTheListTheLinesInSightAreItsOwn() {
        Random random = new Random(7);
        fill(500);
        for (int step = 0; step < 300; step++) {
            runOnFx(() -> {
                change(random);
                table.layout();
            });
            String wanted = onFx(() -> {
                int first = flow.firstLine();
                int rows = (int) Math.ceil((flow.getViewportLength() - top()) / HEIGHT);
                return String.join(" ", items.subList(first, Math.min(items.size(), first + rows)));
            });
            assertThat(onFx(this::inSight)).as("step " + step).isEqualTo(wanted);
            assertThat(onFx(() -> top() <= 0 && top() > -HEIGHT)).isTrue();
        }
    }

    private void change(Random random) {
        int place = items.isEmpty() ? 0 : random.nextInt(items.size());
        switch (random.nextInt(9)) {
            case 0 -> items.add("new" + random.nextInt());
            case 1 -> items.add(place, "put" + random.nextInt());
            case 2 -> items.removeIf(text -> text.hashCode() % 17 == 3);
            case 3 -> flow.scrollTo(place);
            case 4 -> flow.scrollPixels(random.nextInt(-3_000, 3_000));
            case 5 -> flow.showEnd();
            case 6 -> items.sort(random.nextBoolean() ? Comparator.naturalOrder() : Comparator.reverseOrder());
            case 7 ->
                items.setAll(IntStream.range(0, random.nextInt(200))
                        .mapToObj(i -> "of" + i)
                        .toList());
            case 8 -> {
                if (!items.isEmpty()) items.set(place, "other" + random.nextInt());
            }
            default -> throw new IllegalStateException();
        }
    }

    @Test
    void whatIsScrolledToIsSeenWhole() {
        fill(1_000);
        for (int index : new int[] {999, 0, 500, 510, 490, 999}) {
            runOnFx(() -> {
                table.getSelectionModel().clearAndSelect(index);
                flow.scrollTo(index);
                table.layout();
            });
            TableRow<String> row = onFx(() -> flow.getVisibleCell(index));
            assertThat(row.getItem()).isEqualTo("line " + index);
            assertThat(row.isSelected()).isTrue();
            assertThat(row.getLayoutY()).isBetween(0.0, onFx(flow::getViewportLength) - HEIGHT);
        }
    }

    @Test
    void theEndIsShownBeforeTheTableKnowsOfItsNewLines() {
        fill(100);
        runOnFx(() -> {
            items.add("the last");
            flow.showEnd();
            table.layout();
        });
        assertThat(onFx(this::inSight)).endsWith("the last");
        assertThat(onFx(flow::atEnd)).isTrue();
    }

    @Test
    void linesThatComeAboveMoveNothingWhenTheFlowIsTold() {
        fill(100);
        runOnFx(() -> {
            flow.startAt(1_010);
            table.layout();
        });
        String before = onFx(this::inSight);
        runOnFx(() -> {
            items.addAll(0, List.of("one", "two", "three"));
            flow.shift(3);
            table.layout();
        });
        assertThat(onFx(this::inSight)).isEqualTo(before);
        assertThat(onFx(this::top)).isEqualTo(-10);
    }

    @Test
    void theBarAndTheWheelMoveTheLines() {
        fill(1_000);
        runOnFx(() -> {
            bar("vertical").setValue(0.5);
            table.layout();
        });
        assertThat(onFx(flow::firstLine)).isBetween(490, 500);

        robot.moveTo(table);
        robot.scroll(5, VerticalDirection.UP);
        await("lines above", () -> flow.firstLine() < 490);
    }

    @Test
    void aColumnWiderThanTheTableIsReachedByTheOtherBar() {
        fill(10);
        ScrollBar across = onFx(() -> bar("horizontal"));
        assertThat(onFx(across::isVisible)).isTrue();
        runOnFx(() -> across.setValue(across.getMax()));
        double reached = onFx(across::getValue);
        assertThat(reached).isGreaterThan(50);
        assertThat(onFx(() -> flow.getVisibleCell(0)
                        .localToScene(flow.getVisibleCell(0).getBoundsInLocal())
                        .getMinX()))
                .isLessThan(-50);

        runOnFx(() -> {
            items.add("one more");
            table.layout();
        });
        assertThat(onFx(across::getValue)).isEqualTo(reached);
    }

    @Test
    void pageKeysMoveByWhatIsInSight() {
        fill(1_000);
        runOnFx(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        press(KeyCode.PAGE_DOWN);
        await("the last line in sight", () -> table.getSelectionModel().getSelectedIndex() > 8);
        int page = onFx(() -> table.getSelectionModel().getSelectedIndex());
        press(KeyCode.PAGE_DOWN);
        await("the next page", () -> table.getSelectionModel().getSelectedIndex() > page + 8);
        assertThat(onFx(flow::firstLine)).isPositive();
    }

    @Test
    void aTreesLinesOpenAndCloseInPlace() {
        TreeItem<String> root = new TreeItem<>("root");
        LineFlow<?>[] lines = new LineFlow<?>[1];
        show(
                () -> {
                    TreeView<String> tree = new TreeView<>(root);
                    tree.setFixedCellSize(HEIGHT);
                    LineTreeSkin<String> skin = new LineTreeSkin<>(tree);
                    tree.setSkin(skin);
                    lines[0] = skin.flow();
                    root.setExpanded(true);
                    for (int i = 0; i < 3; i++) {
                        TreeItem<String> child = new TreeItem<>("child " + i);
                        child.getChildren().add(new TreeItem<>("under " + i));
                        root.getChildren().add(child);
                    }
                    return tree;
                },
                200,
                300);
        await("closed", () -> lines(lines[0]).equals("root child 0 child 1 child 2"));
        runOnFx(() -> root.getChildren().get(1).setExpanded(true));
        await("open", () -> lines(lines[0]).equals("root child 0 child 1 under 1 child 2"));
        runOnFx(() -> root.setExpanded(false));
        await("one line", () -> lines(lines[0]).equals("root"));
    }

    private void fill(int count) {
        runOnFx(() -> {
            items.setAll(IntStream.range(0, count).mapToObj(i -> "line " + i).toList());
            table.layout();
        });
        await("lines", () -> !flow.getCells().isEmpty());
    }

    private ScrollBar bar(String orientation) {
        return (ScrollBar) flow.lookup(".scroll-bar:" + orientation);
    }

    private double top() {
        return flow.getCells().isEmpty() ? 0 : flow.getCells().getFirst().getLayoutY();
    }

    private String inSight() {
        return lines(flow);
    }

    private static String lines(LineFlow<?> flow) {
        return String.join(
                " ",
                flow.getCells().stream()
                        .map(cell -> String.valueOf(cell.getItem()))
                        .toList());
    }
}
