package dev.sightglass.app.control.flow;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** The scroll bar of a flow: its value is the share of the hidden height that lies above. */
final class FlowBar extends ScrollBar {
    static final double WIDTH = 12;

    private final double line;
    private boolean adjusting;

    /**
     * @param line how far a click on an arrow goes, in pixels
     * @param onShare is given the share when a person has moved the thumb
     */
    FlowBar(double line, DoubleConsumer onShare) {
        this.line = line;
        setOrientation(Orientation.VERTICAL);
        setMax(1);
        valueProperty().subscribe((_, share) -> {
            if (!adjusting) onShare.accept(share.doubleValue());
        });
    }

    /** Shows where a view of some height stands in a flow, all in pixels. */
    void show(double above, double height, double total) {
        adjusting = true;
        double hidden = total - height;
        setVisible(hidden > 0);
        setVisibleAmount(total <= 0 ? 1 : Math.min(1, height / total));
        setUnitIncrement(hidden <= 0 ? 1 : line / hidden);
        setBlockIncrement(hidden <= 0 ? 1 : height / hidden);
        setValue(hidden <= 0 ? 0 : Math.clamp(above / hidden, 0, 1));
        adjusting = false;
    }
}
