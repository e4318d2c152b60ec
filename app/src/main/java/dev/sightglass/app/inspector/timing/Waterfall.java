package dev.sightglass.app.inspector.timing;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.format.Human;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/** Bars on one time scale: name at the left, duration beside its bar, time marks below. */
final class Waterfall extends Region {
    private static final double ROW = 26;
    private static final double BAR = 12;
    private static final double NAMES = 150;
    private static final double TIMES = 84;

    private final List<Line> lines = new ArrayList<>();
    private final List<Label> marks = new ArrayList<>();
    private final List<Region> grid = new ArrayList<>();
    private long total = 1;

    /** The nodes of one bar. */
    private record Line(TimingModel.Bar bar, Label name, Region rect, Label time) {}

    Waterfall() {
        getStyleClass().add("waterfall");
    }

    void show(TimingModel model) {
        total = Math.max(1, model.total());
        lines.clear();
        marks.clear();
        grid.clear();
        getChildren().clear();
        long step = step(total);
        for (long at = 0; at <= total; at += step) addMark(at);
        for (TimingModel.Bar bar : model.bars()) addLine(bar);
        requestLayout();
    }

    /** A round step that gives four to ten marks. */
    static long step(long total) {
        long step = 1_000;
        int[] factors = {2, 5, 10};
        long base = step;
        while (true) {
            for (int factor : factors) {
                if (total / step < 8) return step;
                step = base * factor;
            }
            base *= 10;
        }
    }

    private void addMark(long at) {
        Region hairline = new Region();
        hairline.getStyleClass().add("grid-line");
        Label label = new Label(at == 0 ? "0" : Human.nanos(at));
        label.getStyleClass().addAll("subtle", "mark");
        label.setUserData(at);
        grid.add(hairline);
        marks.add(label);
        getChildren().addAll(hairline, label);
    }

    private void addLine(TimingModel.Bar bar) {
        Label name = new Label(bar.label());
        name.getStyleClass().add("muted");
        Region rect = new Region();
        rect.getStyleClass().addAll("phase", "phase-" + bar.phase().key());
        String remark = bar.remark() == null ? "" : "  " + bar.remark();
        Label time = new Label(Human.nanos(bar.phase().nanos()) + remark);
        String exact = exact(bar);
        Tooltip tip = new Tooltip(exact);
        time.setTooltip(tip);
        name.setTooltip(tip);
        Tooltip.install(rect, tip);
        rect.setAccessibleText(name.getText() + ", " + exact);
        for (Node node : List.of(name, rect, time)) offerCopy(node, exact);
        lines.add(new Line(bar, name, rect, time));
        getChildren().addAll(name, rect, time);
    }

    /** Name, beginning, end and length with all digits, and the remark. */
    private static String exact(TimingModel.Bar bar) {
        String figures = text(
                "inspector.timing.exact",
                Human.exact(Duration.ofNanos(bar.phase().from())),
                Human.exact(Duration.ofNanos(bar.phase().to())),
                Human.exact(Duration.ofNanos(bar.phase().nanos())));
        return bar.label() + "\n" + figures + (bar.remark() == null ? "" : "\n" + bar.remark());
    }

    /** A double click copies one bar's figures, the menu also those of all. */
    private void offerCopy(Node node, String exact) {
        node.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) copy(exact);
        });
        node.setOnContextMenuRequested(event -> {
            MenuItem one = new MenuItem(text("control.copyValue"));
            one.setOnAction(_ -> copy(exact));
            MenuItem all = new MenuItem(text("inspector.timing.copyAll"));
            all.setOnAction(_ -> copy(table()));
            ContextMenu menu = new ContextMenu(one, all);
            menu.show(node, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** All bars, one a line, in milliseconds with tabs between the figures. */
    String table() {
        return lines.stream()
                .map(Line::bar)
                .map(bar -> String.format(
                        Locale.ROOT,
                        "%s\t%.6f\t%.6f\t%.6f",
                        bar.label(),
                        bar.phase().from() / 1e6,
                        bar.phase().to() / 1e6,
                        bar.phase().nanos() / 1e6))
                .collect(Collectors.joining("\n"));
    }

    private static void copy(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    protected double computePrefHeight(double width) {
        return lines.size() * ROW + 24;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double left = insets.getLeft() + NAMES;
        double width = Math.max(50, getWidth() - left - insets.getRight() - TIMES);
        for (int i = 0; i < marks.size(); i++) {
            double x = left + width * (Long) marks.get(i).getUserData() / total;
            grid.get(i).resizeRelocate(snapPositionX(x), 0, 1, lines.size() * ROW);
            double own = marks.get(i).prefWidth(-1);
            marks.get(i).resizeRelocate(x - (i == 0 ? 0 : own / 2), lines.size() * ROW + 4, own, 18);
        }
        for (int i = 0; i < lines.size(); i++) place(lines.get(i), i * ROW, left, width);
    }

    private void place(Line line, double y, double left, double width) {
        double from = left + width * line.bar().phase().from() / total;
        double length = Math.max(2, width * line.bar().phase().nanos() / total);
        line.name().resizeRelocate(getInsets().getLeft(), y, NAMES - 12, ROW);
        line.rect().resizeRelocate(snapPositionX(from), y + (ROW - BAR) / 2, snapSizeX(length), BAR);
        double wanted = line.time().prefWidth(-1);
        boolean fits = from + length + 6 + wanted <= getWidth();
        double x = fits ? from + length + 6 : Math.max(left, from - 6 - wanted);
        line.time().resizeRelocate(x, y, Math.min(wanted, getWidth() - x), ROW);
    }
}
