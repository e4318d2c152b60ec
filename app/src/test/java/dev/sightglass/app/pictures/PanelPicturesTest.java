package dev.sightglass.app.pictures;

import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each panel of the inspector on recorded traffic. */
class PanelPicturesTest extends Gallery {
    @BeforeEach
    void openOnTraffic() throws Exception {
        RecordedTraffic.copyTo(folder);
        open(EngineSettings.DEFAULT, SqliteExchangeStore.open(StoreOptions.writing(folder)));
        await("the rows", () -> app.exchanges().shown().size() > 25);
    }

    static boolean longest(ExchangeSummary e) {
        return e.client().agentId() == null
                && e.request().messages() == 17
                && HarbourSession.ID.equals(e.client().sessionId());
    }

    static boolean middle(ExchangeSummary e) {
        return e.client().agentId() == null
                && e.request().messages() == 9
                && HarbourSession.ID.equals(e.client().sessionId());
    }

    @Test
    void everyPanelOfAGoodExchange() {
        select(PanelPicturesTest::longest);
        tableShare(0.36);
        panel("overview", "#overview-verdict");
        take("panel-overview");
        panel("request", "#body-text");
        take("panel-request");
        runOnFx(() -> robot.lookup("#body-text").query().requestFocus());
        press(KeyCode.CONTROL, KeyCode.F);
        type("harbour");
        await("hits", () -> robot.lookup("#body-search-count").tryQuery().isPresent());
        take("panel-request-search");
        panel("response", "#answer-text");
        take("panel-response");
        panel("raw", "#body-text");
        take("panel-raw");
        for (String key : List.of("stream", "timing", "usage", "headers")) {
            panel(key, "#panel-" + key + " .label");
            take("panel-" + key);
        }
    }

    @Test
    void theConversation() {
        select(PanelPicturesTest::middle);
        panel("conversation", "#conversation-blocks .block-name");
        take("conversation-beside-the-table");
        tableShare(0.1);
        take("conversation-new");
        runOnFx(() -> robot.lookup("#conversation-blocks").query().requestFocus());
        press(KeyCode.HOME);
        take("conversation-start");
        for (int i = 0; i < 2; i++) press(KeyCode.PAGE_DOWN);
        take("conversation-tools");
        press(KeyCode.END);
        take("conversation-end");
        select(PanelPicturesTest::longest);
        panel("conversation", "#conversation-blocks .block-name");
        take("conversation-diffs");
        runOnFx(() -> robot.lookup("#conversation-blocks").query().requestFocus());
        press(KeyCode.CONTROL, KeyCode.F);
        type("plusHours");
        take("conversation-find");
    }

    @Test
    void theTranslation() {
        select(PanelPicturesTest::longest);
        tableShare(0.3);
        panel("translation", "#translation-pieces .list-cell");
        take("panel-translation");
        List<ButtonBase> ways = robot.lookup("#translation-way .segment").queryAllAs(ButtonBase.class).stream()
                .toList();
        for (int i = 1; i < ways.size(); i++) {
            ButtonBase way = ways.get(i);
            runOnFx(way::fire);
            await(
                    "the pieces",
                    () -> robot.lookup("#translation-pieces").tryQuery().isPresent());
            take("panel-translation-" + i);
        }
    }

    @Test
    void theDifference() {
        select(PanelPicturesTest::longest);
        tableShare(0.3);
        panel("diff", "#diff-sections > .button");
        take("panel-diff");
        clickText("Side by side");
        take("panel-diff-beside");
    }

    @Test
    void whatWentWrong() {
        tableShare(0.4);
        select(e -> e.outcome() instanceof Outcome.ApiError error && error.status() == 404);
        panel("overview", "#error-fix");
        take("failed-deployment");
        select(e -> e.outcome() instanceof Outcome.ApiError error && error.status() == 400);
        panel("overview", "#error-fix");
        take("failed-filtered");
        panel("response", "#panel-response");
        take("failed-response");
        select(e -> e.outcome() instanceof Outcome.ApiError error && error.status() == 429);
        panel("overview", "#error-fix");
        take("failed-rate");
        select(e -> e.outcome() instanceof Outcome.TransportError || e.outcome() instanceof Outcome.ApiError);
        panel("overview", "#overview-verdict");
        take("failed-cut");
        panel("conversation", "#conversation-blocks .block-name");
        take("failed-conversation");
        select(e -> e.outcome() instanceof Outcome.Cancelled);
        panel("overview", "#overview-verdict");
        take("cancelled");
        select(e -> e.outcome() instanceof Outcome.Rejected);
        panel("overview", "#overview-verdict");
        take("rejected");
    }
}
