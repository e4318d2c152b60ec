package dev.sightglass.app.inspector.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.sightglass.app.control.code.Language;
import dev.sightglass.app.control.flow.FlowHit;
import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.inspector.RecordedExchanges;
import dev.sightglass.app.inspector.conversation.Item.Content;
import dev.sightglass.app.inspector.conversation.Item.Speaker;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.detail.Conversation;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.detail.ToolInput;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationModelTest {
    private final FakeExchangeStore store = new FakeExchangeStore();
    private final ExchangeSummary last = RecordedExchanges.conversation(store);
    private final ExchangeDetails details = new ExchangeDetails(store);
    private final Conversation now = details.conversation(details.find(last).orElseThrow());
    private final Conversation before = details.conversation(
            details.predecessor(last).flatMap(details::find).orElseThrow());

    private List<Item> items() {
        return ConversationModel.of(now, before, last);
    }

    private Item item(String id) {
        return items().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void callsAndResultsKnowEachOther() {
        List<Item> calls = items().stream()
                .filter(item -> item.speaker() == Speaker.CALL && item.partner() != null)
                .toList();

        assertThat(calls).extracting(Item::title).containsExactly("Read", "Bash", "TodoWrite", "Edit");
        assertThat(calls).allSatisfy(call -> {
            Item result = item(String.valueOf(call.partner()));
            assertThat(result.partner()).isEqualTo(call.id());
            assertThat(result.title()).isEqualTo(call.title());
            assertThat(items().indexOf(result)).isEqualTo(items().indexOf(call) + 1);
        });
    }

    @Test
    void aCallOfTheAnswerSaysWhenItsResultComes() {
        Item call = items().stream()
                .filter(item -> item.id().startsWith("answer") && item.speaker() == Speaker.CALL)
                .findFirst()
                .orElseThrow();

        assertThat(((Content.Call) call.content()).note()).isEqualTo("The result comes with the next request.");
    }

    @Test
    void injectedTextIsSetApart() {
        assertThat(items().stream().filter(item -> item.speaker() == Speaker.INJECTED))
                .hasSize(2)
                .allMatch(item -> item.title().equals("system-reminder"));
        assertThat(Injected.split("a <system-reminder>b</system-reminder> c <command-name>/d</command-name>"))
                .containsExactly(
                        new Injected.Piece("a", ""),
                        new Injected.Piece("b", "system-reminder"),
                        new Injected.Piece(" c", ""),
                        new Injected.Piece("/d", "command-name"));
    }

    @Test
    void tagsThatNobodyClosesAreText() {
        assertThat(Injected.split("what does <system-reminder> mean?"))
                .containsExactly(new Injected.Piece("what does <system-reminder> mean?", ""));
    }

    @Test
    void onlyWhatTheRequestBeforeDidNotHoldIsNew() {
        assertThat(items().stream().filter(Item::fresh))
                .extracting(item -> (item.speaker() + " " + item.title()).strip())
                .containsExactly(
                        "TOOLS 6 offered",
                        "CALL TodoWrite",
                        "RESULT TodoWrite",
                        "CALL Edit",
                        "RESULT Edit",
                        "INJECTED system-reminder",
                        "ASSISTANT",
                        "CALL Bash");
    }

    @Test
    void partsOfTheTokensSumUpToWhatAzureCounted() {
        long input = items().stream()
                .filter(item -> !item.id().startsWith("answer"))
                .mapToLong(item -> Objects.requireNonNullElse(item.size().tokens(), 0L))
                .sum();
        long output = items().stream()
                .filter(item -> item.id().startsWith("answer"))
                .mapToLong(item -> Objects.requireNonNullElse(item.size().tokens(), 0L))
                .sum();

        assertThat(input).isCloseTo(last.answer().usage().totalInput(), withinPercentage(2));
        assertThat(output).isCloseTo(last.answer().usage().output(), withinPercentage(2));
    }

    @Test
    void withoutReportedCountsNoBlockHasTokens() {
        assertThat(ConversationModel.of(now, before, SampleExchanges.streaming(31)))
                .allMatch(item -> item.size().tokens() == null);
    }

    @Test
    void everyBlockHasAnIdOfItsOwn() {
        assertThat(items()).extracting(Item::id).doesNotHaveDuplicates();
    }

    @Test
    void aFailedExchangeSaysHowItEnded() {
        ExchangeSummary failed =
                SampleExchanges.ended(31, new Outcome.ApiError(400, "content_filter", "The prompt was filtered."), 400);

        assertThat(ConversationModel.of(now, before, failed).getLast())
                .extracting(Item::speaker, Item::content)
                .containsExactly(Speaker.ENDING, new Content.Plain("The prompt was filtered."));
    }

    @Test
    void longBlocksFoldAndSayHowMuchIsHidden() {
        Content text = new Content.Plain("line\n".repeat(300));
        LaidBlock block = LaidBlock.of(new Item("x", Speaker.RESULT, "", text, Item.Size.NONE, false, null));
        List<Row> folded = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        block.addTo(folded, false);
        block.addTo(open, true);

        assertThat(folded).hasSizeLessThan(17);
        Row.More more = (Row.More) folded.get(folded.size() - 2);
        assertThat(folded.size() - 3 + more.lines()).isEqualTo(301);
        assertThat(open).hasSize(304);
    }

    @Test
    void changesOfFilesAreLinesAddedAndRemoved() {
        Item edit = items().stream()
                .filter(item -> item.title().equals("Edit"))
                .findFirst()
                .orElseThrow();

        assertThat(BlockRows.of(edit).stream()
                        .filter(Row.Line.class::isInstance)
                        .map(row -> ((Row.Line) row).look()))
                .contains(Row.Look.ADDED, Row.Look.REMOVED);
    }

    @Test
    void searchFindsWordsInFoldedRows() {
        Content text = new Content.Plain("line\n".repeat(300) + "needle");
        LaidBlock block = LaidBlock.of(new Item("x", Speaker.RESULT, "", text, Item.Size.NONE, false, null));

        List<FlowHit> hits = ConversationSearch.find(List.of(block), "NEEDLE");

        assertThat(hits).hasSize(1);
        assertThat(block.hides((Row.RowKey) hits.getFirst().key())).isTrue();
    }

    @Test
    void whatIsNewAndTheAnswerEachBeginWithALine() {
        ConversationLoad load = ConversationLoad.of(details, last, ConversationLoad.NONE);

        List<Row> rows = load.rows(Set.of(), false);
        List<Row.Divider> dividers = rows.stream()
                .filter(Row.Divider.class::isInstance)
                .map(Row.Divider.class::cast)
                .toList();
        assertThat(dividers).extracting(Row.Divider::news).containsExactly(true, false);
        assertThat(dividers).extracting(divider -> divider.key().item()).containsExactly(load.firstFresh(), "answer0");
    }

    @Test
    void whatTheHeadingSaysDoesNotStandBelowIt() {
        Content read =
                new Content.Call(ToolInput.of("Read", "{\"file_path\":\"/a/b.txt\",\"offset\":36,\"limit\":14}"), "");

        List<Row> rows = BlockRows.of(new Item("x", Speaker.CALL, "Read", read, Item.Size.NONE, false, null));

        assertThat(rows).extracting(Row::text).containsExactly("/a/b.txt", "offset  36    limit  14");
    }

    @Test
    void linesOfAFileKeepTheirNumbersAndAreColouredAsItsLanguage() {
        List<StyledText> lines =
                NumberedLines.of("     8\t/** High\n     9\t * and low */ int x;", Language.ofFile("A.java"));

        assertThat(lines)
                .extracting(StyledText::text)
                .containsExactly("     8\t/** High", "     9\t * and low */ int x;");
        assertThat(lines.getLast().runs()).extracting(StyledText.Run::style).startsWith("code-sign", "code-comment");
    }
}
