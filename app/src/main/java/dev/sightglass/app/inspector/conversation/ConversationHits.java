package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.flow.FlowHit;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.inspector.conversation.Row.RowKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found in the conversation, and which of it is looked at. FX thread only; the search runs in the background. */
final class ConversationHits {
    private final BackgroundTasks tasks;
    private List<FlowHit> all = List.of();
    private Map<Object, List<FlowHit>> byRow = Map.of();
    private int index = -1;
    private BackgroundTasks.@Nullable Running running;

    ConversationHits(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    void find(List<LaidBlock> blocks, String wanted, Runnable then) {
        if (running != null) running.cancel();
        running = tasks.run(
                () -> ConversationSearch.find(blocks, wanted),
                found -> {
                    all = found;
                    byRow = found.stream().collect(Collectors.groupingBy(FlowHit::key));
                    index = Math.min(Math.max(index, 0), found.size() - 1);
                    then.run();
                },
                _ -> {});
    }

    /** Looks at the first hit in this block or after it. */
    void goFrom(String item, List<LaidBlock> blocks) {
        Map<String, Integer> order = new HashMap<>();
        for (LaidBlock block : blocks) order.put(block.item().id(), order.size());
        int from = order.getOrDefault(item, 0);
        index = all.isEmpty() ? -1 : 0;
        for (int i = 0; i < all.size(); i++) {
            if (order.getOrDefault(((RowKey) all.get(i).key()).item(), 0) < from) continue;
            index = i;
            return;
        }
    }

    void step(int by) {
        if (!all.isEmpty()) index = Math.floorMod(index + by, all.size());
    }

    @Nullable
    FlowHit current() {
        return index < 0 || index >= all.size() ? null : all.get(index);
    }

    int index() {
        return index;
    }

    int size() {
        return all.size();
    }

    Map<Object, List<FlowHit>> byRow() {
        return byRow;
    }
}
