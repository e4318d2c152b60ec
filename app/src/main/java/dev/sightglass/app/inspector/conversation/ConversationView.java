package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.detail.Conversation;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Usage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The blocks as a list of which only those in sight are drawn. */
final class ConversationView implements PanelView {
    private final ListView<Item> list = new ListView<>();
    private final Label summary = new Label();
    private final Button toNew = new Button(text("inspector.conversation.toNew"));
    private final BorderPane page = new BorderPane();
    private final Set<String> opened = new HashSet<>();
    private final PanelLoad<Loaded> load;
    private @Nullable ExchangeSummary exchange;

    /** What was read for the view. */
    private record Loaded(List<Item> items, Conversation conversation) {}

    ConversationView(InspectorContext context) {
        load = new PanelLoad<>(
                context.tasks(),
                summary -> read(context.details(), summary),
                (_, loaded) -> render(loaded),
                failure -> summary.setText(text("inspector.gone", String.valueOf(failure.getMessage()))));
        list.setId("conversation-blocks");
        list.getStyleClass().addAll("free-height", "conversation-list");
        list.setAccessibleText(text("inspector.conversation.title"));
        list.setCellFactory(_ -> new ItemCell(context, opened));
        summary.setId("conversation-summary");
        summary.getStyleClass().add("muted");
        toNew.setId("conversation-to-new");
        toNew.getStyleClass().add("flat");
        toNew.setOnAction(_ -> scrollToNew());
        HBox bar = new HBox(toNew, summary);
        bar.getStyleClass().add("panel-bar");
        page.setId("panel-conversation");
        page.setTop(bar);
        page.setCenter(list);
    }

    private static Loaded read(ExchangeDetails details, ExchangeSummary summary) {
        Exchange found = details.find(summary).orElseThrow();
        Conversation conversation = details.conversation(found);
        Conversation before = details.predecessor(summary)
                .flatMap(details::find)
                .map(details::conversation)
                .filter(one -> one.problem() == null)
                .orElse(null);
        Usage usage = summary.answer().usage();
        Long tokens = usage == null ? null : usage.totalInput();
        return new Loaded(ConversationModel.of(conversation, before, tokens), conversation);
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(ExchangeSummary shown) {
        boolean other = exchange == null || !exchange.id().equals(shown.id());
        exchange = shown;
        if (other) {
            list.getItems().clear();
            opened.clear();
        }
        load.request(shown);
    }

    private void render(Loaded loaded) {
        boolean first = list.getItems().isEmpty();
        merge(loaded.items());
        long fresh = loaded.items().stream().filter(Item::fresh).count();
        String problem = loaded.conversation().problem();
        summary.setText(
                problem == null
                        ? text("inspector.conversation.summary", loaded.items().size(), fresh)
                        : text("inspector.conversation.unreadable", problem));
        toNew.setDisable(fresh == 0);
        if (first && fresh > 0) scrollToNew();
    }

    /** Blocks that have not changed keep their cells: a growing answer only redraws its own. */
    private void merge(List<Item> items) {
        List<Item> shown = list.getItems();
        int same = 0;
        while (same < items.size() && same < shown.size() && items.get(same).equals(shown.get(same))) same++;
        if (same == items.size() && same == shown.size()) return;
        if (same < shown.size()) list.getItems().remove(same, shown.size());
        shown.addAll(items.subList(same, items.size()));
    }

    private void scrollToNew() {
        IntStream.range(0, list.getItems().size())
                .filter(i -> list.getItems().get(i).fresh())
                .findFirst()
                .ifPresent(list::scrollTo);
    }
}
