package dev.sightglass.app.control.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A wrapped styled text with grounds for its selection and for hits. */
public final class FlowText extends Pane {
    private final TextFlow flow = new TextFlow();
    private final Path hitGround = ground("hit");
    private final Path currentGround = ground("hit-current");
    private final Path selected = ground("selected-text");
    private final Consumer<String> links;
    private int length;
    private boolean decorated;

    /** @param links is given the address of a link that was chosen */
    public FlowText(Consumer<String> links) {
        this.links = links;
        getChildren().addAll(hitGround, currentGround, selected, flow);
    }

    private static Path ground(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        path.setStroke(null);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    public void show(StyledText styled, String style) {
        length = styled.text().length();
        List<Text> texts = new ArrayList<>(styled.runs().size() + 1);
        int at = 0;
        for (StyledText.Run run : styled.runs()) {
            texts.add(text(styled.text().substring(at, run.end()), run, style));
            at = run.end();
        }
        // An empty line has to be as high as one with words.
        if (texts.isEmpty()) texts.add(text("", new StyledText.Run(0, "", null), style));
        flow.getChildren().setAll(texts);
    }

    private Text text(String words, StyledText.Run run, String style) {
        Text text = new Text(words);
        text.getStyleClass().addAll("text", "flow-text");
        text.getStyleClass().addAll(style.split(","));
        if (!run.style().isEmpty()) text.getStyleClass().addAll(run.style().split(","));
        if (run.link() != null) makeLink(text, run.link());
        return text;
    }

    /** Shows where the link leads, whatever its text says. */
    private void makeLink(Text text, String address) {
        text.setCursor(Cursor.HAND);
        text.setFocusTraversable(true);
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setAccessibleText(text.getText());
        Tooltip.install(text, new Tooltip(address));
        text.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.isStillSincePress()) links.accept(address);
        });
        text.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) links.accept(address);
        });
    }

    public double heightFor(double width) {
        return Math.ceil(flow.prefHeight(Math.max(1, width)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(flow.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightFor(width < 0 ? computePrefWidth(-1) : width);
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    public int positionAt(double x, double y) {
        if (length == 0) return 0;
        return flow.getHitInfo(new Point2D(Math.max(0, x), Math.max(0, y))).getInsertionIndex();
    }

    /** See {@link FlowNode#decorate}; after layout. */
    public void decorate(int from, int to, List<FlowHit> hits, @Nullable FlowHit current) {
        boolean nothing = from >= to && hits.isEmpty() && current == null;
        if (nothing && !decorated) return;
        decorated = !nothing;
        flow.layout();
        selected.getElements().setAll(shape(from, to));
        List<PathElement> marks = new ArrayList<>();
        for (FlowHit hit : hits) if (!hit.equals(current)) marks.addAll(List.of(shape(hit.from(), hit.to())));
        hitGround.getElements().setAll(marks);
        currentGround.getElements().setAll(current == null ? new PathElement[0] : shape(current.from(), current.to()));
    }

    private PathElement[] shape(int from, int to) {
        int end = Math.min(to, length);
        return from < end ? flow.getRangeShape(Math.max(0, from), end, false) : new PathElement[0];
    }
}
