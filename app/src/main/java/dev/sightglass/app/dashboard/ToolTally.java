package dev.sightglass.app.dashboard;

import dev.sightglass.app.dashboard.DashboardModel.Tool;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts.Endpoint;
import dev.sightglass.engine.model.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts tools. How long a tool took is seen from outside: from the end of the answer that called it to the agent's next
 * request; only where the answer called no other tool, for otherwise it may have been the other one.
 */
final class ToolTally {
    private static final int MOST = 8;

    private final Map<String, Counts> tools = new HashMap<>();
    private final Map<Agent, Called> waiting = new HashMap<>();

    private record Agent(@Nullable String session, @Nullable String id) {}

    private record Called(String tool, Instant at) {}

    private static final class Counts {
        int calls;
        int failed;
        long[] waits = new long[4];
        int waited;

        void waited(long nanos) {
            if (waited == waits.length) waits = Arrays.copyOf(waits, waited * 2);
            waits[waited++] = nanos;
        }
    }

    /** Exchanges come by number. */
    void add(ExchangeSummary exchange) {
        if (exchange.request().endpoint() != Endpoint.MESSAGES) return;
        PromptFacts prompt = exchange.request().prompt();
        if (prompt != null) for (String failed : prompt.failedTools()) counts(failed).failed++;
        List<String> called = exchange.answer().toolsCalled();
        for (String tool : called) counts(tool).calls++;
        if (exchange.request().tools() > 0) time(exchange, called);
    }

    private void time(ExchangeSummary exchange, List<String> called) {
        ClientInfo client = exchange.client();
        Agent agent = new Agent(client.sessionId(), client.agentId());
        Called before = waiting.remove(agent);
        if (before != null) {
            long nanos = Duration.between(before.at(), exchange.startedAt()).toNanos();
            if (nanos >= 0) counts(before.tool()).waited(nanos);
        }
        long ended = exchange.timings().ended();
        if (called.stream().distinct().count() == 1 && ended != Timings.UNSET)
            waiting.put(
                    agent, new Called(called.getFirst(), exchange.startedAt().plusNanos(ended)));
    }

    private Counts counts(String tool) {
        return tools.computeIfAbsent(tool, _ -> new Counts());
    }

    List<Tool> tools() {
        return tools.entrySet().stream()
                .map(tool -> tool(tool.getKey(), tool.getValue()))
                .sorted(Comparator.comparingInt(Tool::calls).reversed().thenComparing(Tool::name))
                .limit(MOST)
                .toList();
    }

    private static Tool tool(String name, Counts counts) {
        return new Tool(
                name, counts.calls, counts.failed, Percentiles.median(Arrays.copyOf(counts.waits, counts.waited)));
    }
}
