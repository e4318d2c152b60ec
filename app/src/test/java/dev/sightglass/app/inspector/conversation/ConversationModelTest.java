package dev.sightglass.app.inspector.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.inspector.RecordedExchanges;
import dev.sightglass.app.inspector.conversation.Item.Content;
import dev.sightglass.app.inspector.conversation.Item.Speaker;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.engine.detail.Conversation;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationModelTest {
    private final FakeExchangeStore store = new FakeExchangeStore();
    private final ExchangeSummary last = RecordedExchanges.conversation(store);
    private final ExchangeDetails details = new ExchangeDetails(store);
    private final Conversation now = details.conversation(details.find(last).orElseThrow());
    private final Conversation before = details.conversation(
            details.predecessor(last).flatMap(details::find).orElseThrow());

    private List<Item> items() {
        return ConversationModel.of(now, before, 10_000L);
    }

    @Test
    void everyCallHoldsItsResult() {
        assertThat(items().stream().filter(item -> item.content() instanceof Content.Call))
                .hasSize(5)
                .filteredOn(item -> ((Content.Call) item.content()).result() != null)
                .extracting(Item::title)
                .containsExactly("Read", "Bash", "TodoWrite", "Edit");
    }

    @Test
    void injectedTextIsSetApart() {
        assertThat(items().stream().filter(item -> item.speaker() == Speaker.REMINDER))
                .hasSize(2);
        assertThat(Reminders.split("a <system-reminder>b</system-reminder> c"))
                .extracting(Reminders.Piece::text)
                .containsExactly("a", "b", "c");
    }

    @Test
    void onlyWhatTheRequestBeforeDidNotHoldIsNew() {
        assertThat(items().stream().filter(Item::fresh))
                .extracting(item -> item.speaker() + " " + item.title())
                .containsExactly("TOOL TodoWrite", "TOOL Edit", "REMINDER ", "ASSISTANT ", "TOOL Bash");
    }

    @Test
    void withoutReportedCountsNoBlockHasTokens() {
        assertThat(ConversationModel.of(now, before, null)).allMatch(item -> item.tokens() == null);
    }

    @Test
    void everyBlockHasAnIdOfItsOwn() {
        assertThat(items()).extracting(Item::id).doesNotHaveDuplicates();
    }
}
