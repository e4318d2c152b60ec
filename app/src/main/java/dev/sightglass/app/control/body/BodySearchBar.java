package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.SearchBox;
import dev.sightglass.app.control.text.SearchHits;
import dev.sightglass.app.control.text.SourceText;
import dev.sightglass.app.control.text.TextSearch;
import dev.sightglass.app.feed.BackgroundTasks;
import java.time.Duration;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Finds text in a {@link TextView}, plain or by a regular expression. The search itself runs in the background. */
final class BodySearchBar {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final TextView view;
    private final BackgroundTasks tasks;
    private final SearchBox box = new SearchBox(
            "body-search", "body.search", javafx.util.Duration.millis(60), () -> search(true), this::step);
    private final ToggleButton regex = new ToggleButton(".*");
    private SearchHits hits = SearchHits.NONE;
    private int current = -1;
    private BackgroundTasks.@Nullable Running running;

    BodySearchBar(TextView view, BackgroundTasks tasks) {
        this.view = view;
        this.tasks = tasks;
        regex.setId("body-search-regex");
        regex.getStyleClass().addAll("flat", "mono");
        regex.setMinWidth(Region.USE_PREF_SIZE);
        regex.setTooltip(new Tooltip(text("body.search.regex")));
        regex.setAccessibleText(text("body.search.regex"));
        regex.selectedProperty().subscribe((_, _) -> search(true));
        box.addOption(regex);
    }

    SearchBox node() {
        return box;
    }

    /** The text has changed: the same search again, without moving the view. */
    void refresh() {
        if (!box.wanted().isEmpty()) search(false);
        else clear();
    }

    private void clear() {
        hits = SearchHits.NONE;
        current = -1;
        view.showHits(hits, current);
        box.showCount("");
        box.showMissing(false);
    }

    /** @param goesThere whether the first hit is brought into sight */
    private void search(boolean goesThere) {
        if (running != null) running.cancel();
        String wanted = box.wanted();
        if (wanted.isEmpty() || view.rows().size() == 0) {
            clear();
            return;
        }
        SourceText source = view.rows().source();
        boolean pattern = regex.isSelected();
        running = tasks.run(
                () -> pattern ? TextSearch.regex(source, wanted, LIMIT) : TextSearch.plain(source, wanted, LIMIT),
                result -> found(result, goesThere),
                failure -> box.showCount(String.valueOf(failure.getMessage())));
    }

    private void found(SearchHits result, boolean goesThere) {
        hits = result;
        box.showMissing(result.size() == 0);
        if (result.size() == 0) {
            current = -1;
            view.showHits(result, current);
            box.showCount(result.problem() == null ? text("body.search.none") : result.problem());
            return;
        }
        int from = result.firstFrom(view.selection().from());
        int first = from == result.size() ? 0 : from;
        if (goesThere) go(first);
        else mark(first);
    }

    private void step(int by) {
        if (hits.size() > 0) go(Math.floorMod(current + by, hits.size()));
    }

    private void go(int index) {
        mark(index);
        view.select(hits.starts()[index], hits.starts()[index]);
    }

    private void mark(int index) {
        current = index;
        view.showHits(hits, index);
        String more = hits.complete() ? "" : "+";
        String problem = hits.problem() == null ? "" : " (" + hits.problem() + ")";
        box.showCount(text("body.search.count", index + 1, hits.size() + more) + problem);
    }
}
