package dev.sightglass.app.inspector.overview;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.app.control.KeyValueGrid;
import dev.sightglass.app.control.text.FormattedText;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.control.text.JsonFormatter;
import dev.sightglass.engine.detail.FilterVerdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card of an error, its raw body one click away, and what the content filter said. */
final class FindingsView extends VBox {
    private static final int MOST_RAW = 20_000;

    private final KeyValueGrid cause = new KeyValueGrid();
    private final Label fix = new Label();
    private final ToggleButton showRaw = new ToggleButton(text("inspector.overview.error.raw"));
    private final TextArea raw = new TextArea();
    private final VBox card = new VBox(heading("inspector.overview.error"), cause, fix, new HBox(showRaw), raw);
    private final KeyValueGrid verdicts = new KeyValueGrid();
    private final VBox filter = new VBox(4, heading("inspector.overview.filter"), verdicts);
    private ErrorCard.@Nullable Findings shown;

    FindingsView() {
        getStyleClass().add("findings");
        card.getStyleClass().add("error-card");
        card.setId("error-card");
        fix.setWrapText(true);
        fix.setId("error-fix");
        fix.getStyleClass().add("strong");
        showRaw.setId("error-show-raw");
        showRaw.setOnAction(_ -> show(raw, showRaw.isSelected()));
        raw.setId("error-raw");
        raw.setEditable(false);
        raw.setPrefRowCount(10);
        raw.getStyleClass().add("mono");
        raw.setAccessibleText(text("inspector.overview.error.raw"));
        filter.setId("filter-verdicts");
        getChildren().add(card);
        clear();
    }

    private static Label heading(String key) {
        Label heading = new Label(text(key));
        heading.getStyleClass().add("section");
        return heading;
    }

    /** What the content filter said, to stand among the facts. */
    VBox filter() {
        return filter;
    }

    boolean hasCard() {
        return shown != null && shown.card() != null;
    }

    void clear() {
        shown = null;
        show(card, false);
        show(filter, false);
        show(this, false);
    }

    void show(ErrorCard.Findings findings) {
        if (findings.equals(shown)) return;
        shown = findings;
        ErrorCard error = findings.card();
        show(card, error != null);
        if (error != null) fill(error);
        boolean checked = !findings.verdicts().isEmpty();
        show(filter, checked);
        verdicts.show(lines(findings.verdicts()));
        show(this, error != null);
    }

    private void fill(ErrorCard error) {
        cause.show(error.lines());
        fix.setText(error.fix());
        showRaw.setSelected(false);
        show(raw, false);
        show(showRaw, error.raw() != null);
        raw.setText(Invisible.visible(pretty(Objects.requireNonNullElse(error.raw(), ""))));
    }

    private static String pretty(String body) {
        String kept = body.length() > MOST_RAW ? body.substring(0, MOST_RAW) : body;
        FormattedText formatted = JsonFormatter.format(kept.getBytes(StandardCharsets.UTF_8));
        return formatted.fault() == null
                ? new String(formatted.bytes(), 0, formatted.length(), StandardCharsets.UTF_8)
                : kept;
    }

    /** What is worth a look, one by one; of the rest only how many there are. */
    private static List<KeyValue> lines(List<FilterVerdict> all) {
        List<KeyValue> lines = new ArrayList<>(all.stream()
                .filter(FilterVerdict::notable)
                .map(FindingsView::line)
                .toList());
        int safe = all.size() - lines.size();
        String key = lines.isEmpty() ? "inspector.overview.filter.checks" : "inspector.overview.filter.otherChecks";
        if (safe > 0)
            lines.add(new KeyValue(text(key, safe), text("inspector.overview.filter.nothing"), null, "muted"));
        return lines;
    }

    private static KeyValue line(FilterVerdict verdict) {
        String side = text(verdict.prompt() ? "inspector.overview.filter.prompt" : "inspector.overview.filter.answer");
        return new KeyValue(
                side + "  " + verdict.category(), words(verdict), null, verdict.notable() ? "danger" : "muted");
    }

    private static String words(FilterVerdict verdict) {
        String severity = verdict.severity() != null
                ? verdict.severity()
                : text(
                        Boolean.TRUE.equals(verdict.detected())
                                ? "inspector.overview.filter.detected"
                                : "inspector.overview.filter.notDetected");
        return verdict.filtered() ? text("inspector.overview.filter.struck", severity) : severity;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
