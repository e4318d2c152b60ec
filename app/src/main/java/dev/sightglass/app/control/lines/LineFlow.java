package dev.sightglass.app.control.lines;

import java.util.List;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Shows lines of one height below each other. JavaFX's own flow walks over the sizes of all lines a dozen times in each layout,
 * and empties and fills all cells in sight whenever lines come; with a hundred thousand lines that took most of the FX
 * thread's time. This one reckons with the height alone: a layout costs the lines in sight, and only cells that get another
 * line are drawn. FX thread only.
 *
 * <p>It needs a fixed cell size, and shows nothing while there is none. The superclass is left with its first position, from
 * which its own walks end at once, and without an orientation of its own that would reset the horizontal bar; it lends its
 * clipped sheet, its bars and its cell factory.
 */
public final class LineFlow<C extends IndexedCell<?>> extends VirtualFlow<C> {
    private static final int LEAST_LINES_A_PAGE = 8;

    private final Region clip = (Region) getChildren().getFirst();
    private final LineCells<C> cells = new LineCells<>(
            (Group) clip.getChildrenUnmodifiable().getFirst(),
            () -> Objects.requireNonNull(getCellFactory()).call(this));
    /** The cells in sight, downwards. */
    private final List<C> lines = cells.inSight();

    /** Pixels above the upper edge. */
    private double above;
    /** Pixels left of the left edge. */
    private double left;

    private double widest;
    private double knownHeight;
    private int knownCount = -1;
    private boolean stale;
    private boolean placingBars;

    LineFlow() {
        setVertical(false);
        setOnScroll(this::scrolled);
        getVbar().valueProperty().subscribe(_ -> barMoved());
        getHbar().valueProperty().subscribe(_ -> acrossMoved());
        positionProperty().subscribe(position -> {
            if (position.doubleValue() == 0) return;
            double wanted = position.doubleValue() * most();
            setPosition(0);
            moveTo(wanted);
        });
    }

    /** Pixels that are scrolled out of sight above; more than there are mean the end. Takes effect with the next layout. */
    public void startAt(double pixels) {
        above = pixels;
        requestLayout();
    }

    /** Lines have come above those in sight, or gone if negative: those in sight stay where they are. */
    public void shift(int newLines) {
        if (newLines != 0 && above < Double.MAX_VALUE) startAt(Math.max(0, above + newLines * getFixedCellSize()));
    }

    /** The last line comes into sight with the next layout. */
    public void showEnd() {
        startAt(Double.MAX_VALUE);
    }

    /** Index of the line at the upper edge. */
    public int firstLine() {
        return lines.isEmpty() ? 0 : lines.getFirst().getIndex();
    }

    public boolean atStart() {
        return above <= 1;
    }

    public boolean atEnd() {
        return above >= most() - 1;
    }

    private double most() {
        return Math.max(0, getCellCount() * getFixedCellSize() - roomDown());
    }

    private double roomDown() {
        return getHeight() - (getHbar().isVisible() ? snapSizeY(getHbar().prefHeight(-1)) : 0);
    }

    private double roomAcross() {
        return getWidth() - (getVbar().isVisible() ? snapSizeX(getVbar().prefWidth(-1)) : 0);
    }

    private void moveTo(double pixels) {
        above = pixels;
        layoutChildren();
        requestLayout();
    }

    @Override
    public double scrollPixels(double delta) {
        double before = above;
        moveTo(Math.clamp(above + delta, 0, most()));
        return above - before;
    }

    @Override
    public void scrollTo(int index) {
        double height = getFixedCellSize();
        double top = Math.clamp(index, 0, Math.max(0, getCellCount() - 1)) * height;
        if (top < above || roomDown() < height) moveTo(top);
        else if (top + height > above + roomDown()) moveTo(top + height - roomDown());
    }

    @Override
    public void scrollTo(@Nullable C cell) {
        if (cell != null) scrollTo(cell.getIndex());
    }

    @Override
    public void scrollToTop(int index) {
        moveTo(Math.max(0, index) * getFixedCellSize());
    }

    @Override
    public void scrollToTop(@Nullable C cell) {
        if (cell != null) scrollToTop(cell.getIndex());
    }

    @Override
    public void scrollToBottom(@Nullable C cell) {
        if (cell != null) moveTo(Math.max(0, (cell.getIndex() + 1) * getFixedCellSize() - roomDown()));
    }

    @Override
    protected List<C> getCells() {
        return lines;
    }

    @Override
    public @Nullable C getVisibleCell(int index) {
        int place = lines.isEmpty() ? -1 : index - lines.getFirst().getIndex();
        return place < 0 || place >= lines.size() ? null : lines.get(place);
    }

    @Override
    public @Nullable C getFirstVisibleCell() {
        return lines.isEmpty() ? null : lines.getFirst();
    }

    @Override
    public @Nullable C getLastVisibleCell() {
        return lines.isEmpty() ? null : lines.getLast();
    }

    @Override
    protected @Nullable C getFirstVisibleCellWithinViewport() {
        for (C line : lines) if (line.getLayoutY() >= 0) return line;
        return null;
    }

    @Override
    protected @Nullable C getLastVisibleCellWithinViewport() {
        for (C line : lines.reversed()) if (line.getLayoutY() + line.getHeight() <= roomDown()) return line;
        return null;
    }

    @Override
    public double getViewportLength() {
        return roomDown();
    }

    @Override
    protected void rebuildCells() {
        reconfigureCells();
    }

    @Override
    protected void reconfigureCells() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void recreateCells() {
        cells.clear();
        requestLayout();
    }

    @Override
    protected void requestCellLayout() {
        lines.forEach(IndexedCell::requestLayout);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getFixedCellSize();
        if (height <= 0 || getWidth() <= 0 || getHeight() <= 0) return;
        if (knownHeight > 0 && knownHeight != height && above < Double.MAX_VALUE) above *= height / knownHeight;
        knownHeight = height;
        stale |= knownCount != getCellCount();
        knownCount = getCellCount();
        barsShown();
        fill(height);
        if (barsShown()) fill(height);
        placeBars(height);
    }

    /** Returns whether a bar has appeared or gone. */
    private boolean barsShown() {
        double content = getCellCount() * getFixedCellSize();
        boolean down = content > getHeight();
        boolean across = widest > getWidth() - (down ? snapSizeX(getVbar().prefWidth(-1)) : 0);
        if (across && !down) down = content > getHeight() - snapSizeY(getHbar().prefHeight(-1));
        if (down == getVbar().isVisible() && across == getHbar().isVisible()) return false;
        getVbar().setVisible(down);
        getHbar().setVisible(across);
        return true;
    }

    private void fill(double height) {
        above = Math.clamp(above, 0, most());
        int first = (int) (above / height);
        int end = Math.min(getCellCount(), (int) Math.ceil((above + roomDown()) / height));
        cells.show(first, Math.max(first, end), stale);
        stale = false;
        widest = cells.widest();
        double width = Math.max(widest, roomAcross());
        for (C line : lines) line.resizeRelocate(0, snapPositionY(line.getIndex() * height - above), width, height);
    }

    private void placeBars(double height) {
        double down = roomDown();
        double across = roomAcross();
        ScrollBar vertical = getVbar();
        ScrollBar horizontal = getHbar();
        placingBars = true;
        clip.resize(snapSizeX(across), snapSizeY(down));
        double most = most();
        vertical.resizeRelocate(across, 0, vertical.prefWidth(-1), down);
        vertical.setMax(1);
        vertical.setVisibleAmount(down / Math.max(1, getCellCount() * height));
        vertical.setUnitIncrement(most == 0 ? 0 : height / most);
        vertical.setBlockIncrement(most == 0 ? 0 : down / most);
        vertical.setValue(most == 0 ? 0 : above / most);
        double mostLeft = Math.max(0, widest - across);
        horizontal.resizeRelocate(0, down, across, horizontal.prefHeight(-1));
        horizontal.setMax(mostLeft);
        horizontal.setVisibleAmount(widest == 0 ? 0 : across / widest * mostLeft);
        horizontal.setBlockIncrement(across);
        left = Math.min(left, mostLeft);
        horizontal.setValue(left);
        placingBars = false;
        clipAcross();
    }

    private void barMoved() {
        if (placingBars) return;
        above = getVbar().getValue() * most();
        requestLayout();
    }

    private void acrossMoved() {
        if (placingBars || getHbar().getMax() != Math.max(0, widest - roomAcross())) return;
        left = getHbar().getValue();
        clipAcross();
    }

    private void clipAcross() {
        double at = snapPositionX(getHbar().isVisible() ? left : 0);
        clip.setLayoutX(-at);
        clip.setLayoutY(0);
        clip.getClip().setLayoutX(at);
        clip.getClip().setLayoutY(0);
    }

    private void scrolled(ScrollEvent event) {
        double line = Math.max(getFixedCellSize(), 0);
        double down = switch (event.getTextDeltaYUnits()) {
            case PAGES -> event.getTextDeltaY() * getHeight();
            case LINES -> event.getTextDeltaY() * Math.min(line, getHeight() / LEAST_LINES_A_PAGE);
            case NONE -> event.getDeltaY();
        };
        boolean moved = down != 0 && scrollPixels(-down) != 0;
        double before = left;
        if (event.getDeltaX() != 0 && getHbar().isVisible())
            getHbar().setValue(Math.clamp(left - event.getDeltaX(), 0, getHbar().getMax()));
        if (moved || left != before) event.consume();
    }
}
