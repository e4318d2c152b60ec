package dev.sightglass.app.inspector.response;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.Segments;
import dev.sightglass.app.control.body.BodyNotice;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.LegBodiesView;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.detail.AnswerMessage;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/** The answer as a message to read, or as the bytes of either leg. */
final class ResponseView implements PanelView {
    private final AnswerArea area = new AnswerArea();
    private final Label nothing = new Label();
    private final StackPane message = new StackPane(new VirtualizedScrollPane<>(area), nothing);
    private final LegBodiesView bodies;
    private final Segments choice =
            new Segments(List.of(text("inspector.response.message"), text("inspector.response.bodies")), _ -> render());
    private final BorderPane page = new BorderPane();
    private final PanelLoad<Read> load;
    private @Nullable ExchangeSummary exchange;

    /** What was read for the view. */
    private record Read(Exchange exchange, AnswerMessage answer) {}

    ResponseView(InspectorContext context) {
        bodies = new LegBodiesView(
                context, "response-bodies", List.of(BodyPart.DOWNSTREAM_RESPONSE, BodyPart.UPSTREAM_RESPONSE));
        load = new PanelLoad<>(context, summary -> read(context, summary), (_, read) -> shown(read), this::failed);
        nothing.getStyleClass().addAll("muted", "empty-state");
        nothing.setWrapText(true);
        nothing.setId("answer-nothing");
        HBox bar = new HBox(choice);
        bar.getStyleClass().add("panel-bar");
        page.setId("panel-response");
        page.setTop(bar);
    }

    private static Read read(InspectorContext context, ExchangeSummary summary) {
        Exchange found = context.details().find(summary).orElseThrow();
        return new Read(found, context.details().answer(found));
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(ExchangeSummary shown) {
        exchange = shown;
        render();
    }

    private void render() {
        if (exchange == null) return;
        boolean reading = choice.chosen() == 0;
        page.setCenter(reading ? message : bodies.node());
        if (reading) load.request(exchange);
        else bodies.show(exchange);
    }

    private void shown(Read read) {
        AnswerText answer = AnswerText.of(read.answer());
        boolean empty = answer.runs().isEmpty();
        area.show(answer);
        area.setVisible(!empty);
        nothing.setVisible(empty);
        nothing.setText(empty ? why(read.exchange()) : "");
    }

    private static String why(Exchange exchange) {
        String outcome = exchange.summary().outcome().message();
        if (outcome != null) return outcome;
        String body = BodyNotice.of(exchange.downstream().responseBody());
        return Objects.requireNonNullElse(body, text("inspector.response.nothing"));
    }

    private void failed(Exception failure) {
        nothing.setVisible(true);
        nothing.setText(text("inspector.gone", String.valueOf(failure.getMessage())));
    }

    @Override
    public boolean search() {
        choice.choose(1);
        return bodies.search();
    }
}
