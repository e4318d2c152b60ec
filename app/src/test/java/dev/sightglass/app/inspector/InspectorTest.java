package dev.sightglass.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What all panels have in common: every state of an exchange can be looked at, in both themes. */
class InspectorTest extends PanelTest {
    @Test
    void overviewTellsWhatAndHow() {
        show(last);

        await("the verdict", () -> text("overview-verdict").equals("Answered in full."));
        pictures("overview");
    }

    @Test
    void everyOtherPanelDrawsInBothThemes() {
        show(last);
        for (String panel : List.of("stream", "timing", "usage", "headers")) {
            runOnFx(() -> inspector.showPanel(panel));
            Region page = (Region) node("panel-" + panel);
            await(panel, () -> page.lookupAll(".label").size() > 8);
            pictures(panel);
        }
    }

    @Test
    void runningAndRejectedExchangesShowInEveryPanel() {
        List<ExchangeSummary> unusual = List.of(
                SampleExchanges.pending(40),
                SampleExchanges.streaming(41),
                SampleExchanges.ended(42, new Outcome.Rejected(413, "too-large", "The request is too large."), 413));
        for (ExchangeSummary one : unusual) {
            RecordedExchanges.addBare(store, one);
            for (InspectorPanel panel : InspectorPanels.all()) {
                runOnFx(() -> {
                    inspector.showPanel(panel.key());
                    inspector.show(one);
                });
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(onFx(() -> inspector.lookupAll(".notice").stream().anyMatch(this::saysItFailed)))
                        .as(panel.key() + " of " + one.outcome().label())
                        .isFalse();
            }
        }
    }

    private boolean saysItFailed(Node notice) {
        return notice.isVisible() && ((Label) notice).getText().startsWith("The view");
    }

    @Test
    void panelsOfRunningAndOfUnansweredExchangesTeach() {
        ExchangeSummary pending = SampleExchanges.pending(80);
        RecordedExchanges.addBare(store, pending);
        ExchangeSummary running = SampleExchanges.streaming(81);
        RecordedExchanges.add(store, running, "client-request.json");
        for (ExchangeSummary one : List.of(pending, running)) {
            for (String panel : List.of("overview", "translation", "stream", "timing", "usage")) {
                runOnFx(() -> {
                    inspector.show(one);
                    inspector.showPanel(panel);
                });
                Region page = (Region) node("panel-" + panel);
                await(panel, () -> page.lookupAll(".label").size() > 2);
                pictures(panel + "-of-" + (one == pending ? "pending" : "running"));
            }
        }
    }

    @Test
    void nothingSelectedTeaches() {
        show(last);
        runOnFx(() -> inspector.show(null));

        clickText("Select an exchange to see what was asked, what came back and what it took.");
    }
}
