package dev.sightglass.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** What is said of an exchange that failed, and what to do. */
class ErrorCardTest extends PanelTest {
    @Test
    void failedExchangesSayWhatToDo() {
        show(SampleExchanges.ended(
                5, new Outcome.ApiError(404, "DeploymentNotFound", "The API deployment does not exist."), 404));

        await("the fix", () -> fix().contains("deployment"));
        assertThat(text("overview-verdict")).isEqualTo("Azure answered 404 DeploymentNotFound.");
        assertThat(robot.lookup("#error-card .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("The API deployment does not exist.");
        pictures("failed");
    }

    @Test
    void anErrorHasACardWithItsFixAndTheRawBodyOneClickAway() {
        ExchangeSummary refused = RecordedExchanges.refused(
                store,
                71,
                new Outcome.ApiError(400, "unsupported_parameter", "Unsupported parameter: 'max_tokens'."),
                "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this model.\","
                        + "\"type\":\"invalid_request_error\",\"param\":\"max_tokens\",\"code\":\"unsupported_parameter\"}}");
        show(refused);

        await("the fix", () -> fix().contains("max_tokens"));
        click("error-show-raw");
        Node raw = node("error-raw");
        await("the raw body", raw::isVisible);
        pictures("error-card");
    }

    @Test
    void aBlockedPromptShowsWhatTheFilterSaid() {
        ExchangeSummary blocked = RecordedExchanges.refused(
                store,
                72,
                new Outcome.ApiError(400, "content_filter", "Azure's content filter blocked the prompt."),
                "{\"error\":{\"message\":\"The response was filtered.\",\"param\":\"prompt\",\"code\":\"content_filter\",\"status\":400,"
                        + "\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\",\"content_filter_result\":{\"hate\":"
                        + "{\"filtered\":false,\"severity\":\"safe\"},\"jailbreak\":{\"filtered\":true,\"detected\":true}}}}}");
        show(blocked);

        await(
                "the verdicts",
                () -> robot.lookup("#filter-verdicts .label").queryAll().stream()
                        .anyMatch(label -> ((Label) label).getText().contains("found, blocked")));
        pictures("filtered");
    }

    /** What the card of an error says; empty until it is there. */
    private String fix() {
        return robot.lookup("#error-fix")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }
}
