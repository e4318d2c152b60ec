package dev.sightglass.app.inspector;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.Segments;
import dev.sightglass.app.control.body.BodyViewer;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.engine.detail.ReadBody;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.store.BodyRef;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Bodies of an exchange to choose from, in the payload viewer, each under the first line of its message. */
public final class LegBodiesView implements PanelView {
    private final InspectorContext context;
    private final List<BodyPart> parts;
    private final Segments choice;
    private final ComboBox<Integer> attempts = new ComboBox<>();
    private final Label line = new Label();
    private final BodyViewer viewer;
    private final BorderPane page = new BorderPane();
    private final PanelLoad<Loaded> load;
    private @Nullable ExchangeSummary exchange;
    private boolean choosing;

    /** What was read for the view. */
    private record Loaded(Exchange exchange, BodyRef ref, ReadBody body) {}

    public LegBodiesView(InspectorContext context, String id, List<BodyPart> parts) {
        this.context = context;
        this.parts = parts;
        this.viewer = new BodyViewer(context.tasks());
        this.choice = new Segments(
                parts.stream()
                        .map(part -> text("part." + part.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                _ -> reload());
        this.load = new PanelLoad<>(context, this::read, (_, loaded) -> shown(loaded), this::failed);
        attempts.setId("attempts");
        attempts.setAccessibleText(text("inspector.attempt"));
        attempts.setCellFactory(_ -> new AttemptCell());
        attempts.setButtonCell(new AttemptCell());
        attempts.valueProperty().subscribe(_ -> {
            if (!choosing) reload();
        });
        line.getStyleClass().addAll("mono", "muted", "message-line");
        HBox bar = new HBox(choice, attempts, line);
        bar.getStyleClass().add("panel-bar");
        page.setId(id);
        page.setTop(bar);
        page.setCenter(viewer);
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(ExchangeSummary shown) {
        exchange = shown;
        offerAttempts(shown.attempts());
        load.request(shown);
    }

    private void offerAttempts(int count) {
        choosing = true;
        if (attempts.getItems().size() != count) {
            attempts.getItems().clear();
            for (int i = 1; i <= count; i++) attempts.getItems().add(i);
            attempts.setValue(count == 0 ? null : count);
        }
        choosing = false;
        boolean upstream = part() == BodyPart.UPSTREAM_REQUEST || part() == BodyPart.UPSTREAM_RESPONSE;
        attempts.setVisible(upstream && count > 1);
        attempts.setManaged(upstream && count > 1);
    }

    private BodyPart part() {
        return parts.get(choice.chosen());
    }

    private void reload() {
        if (exchange == null) return;
        load.cancel();
        show(exchange);
    }

    private Loaded read(ExchangeSummary summary) {
        BodyPart part = part();
        Integer chosen = attempts.getValue();
        int attempt = chosen == null ? 0 : chosen;
        Exchange found = context.details().find(summary).orElseThrow();
        return new Loaded(
                found, new BodyRef(found.id(), part, attempt), context.details().body(found, part, attempt));
    }

    private void shown(Loaded loaded) {
        line.setText(Invisible.visible(Objects.requireNonNullElse(firstLine(loaded), "")));
        viewer.show(loaded.ref(), loaded.body().recorded(), loaded.body().contentType());
    }

    private static @Nullable String firstLine(Loaded loaded) {
        Leg leg = leg(loaded);
        if (leg == null) return null;
        return switch (loaded.ref().part()) {
            case DOWNSTREAM_REQUEST, UPSTREAM_REQUEST ->
                leg.request().method() + " " + leg.request().uri();
            case UPSTREAM_RESPONSE, DOWNSTREAM_RESPONSE -> statusLine(leg);
        };
    }

    private static @Nullable String statusLine(Leg leg) {
        if (leg.response() == null) return null;
        String type = leg.response().headers().first("content-type").orElse("");
        return (leg.response().status() + "  " + type).strip();
    }

    private static @Nullable Leg leg(Loaded loaded) {
        BodyPart part = loaded.ref().part();
        boolean downstream = part == BodyPart.DOWNSTREAM_REQUEST || part == BodyPart.DOWNSTREAM_RESPONSE;
        if (downstream) return loaded.exchange().downstream();
        return loaded.exchange().attempts().stream()
                .filter(attempt -> attempt.number() == loaded.ref().attempt())
                .map(Attempt::leg)
                .findFirst()
                .orElse(null);
    }

    private void failed(Exception failure) {
        line.setText(text("inspector.gone", String.valueOf(failure.getMessage())));
    }

    @Override
    public boolean search() {
        viewer.search();
        return true;
    }

    /** Chooses one of the bodies. */
    public void choose(BodyPart part) {
        choice.choose(parts.indexOf(part));
    }

    /** Brings the value at a JSON path into sight. */
    public void goToPath(String path) {
        viewer.goToPath(path);
    }

    private static final class AttemptCell extends ListCell<Integer> {
        @Override
        protected void updateItem(@Nullable Integer number, boolean empty) {
            super.updateItem(number, empty);
            setText(number == null || empty ? "" : text("inspector.attempt.number", number));
        }
    }
}
