package dev.sightglass.simulator;

import dev.sightglass.simulator.fault.Fault;
import dev.sightglass.simulator.wire.RequestHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

/** Which faults the coming requests meet. Thread-safe. */
final class FaultPlan {
    private record Rule(Predicate<RequestHead> applies, List<Fault> faults, boolean lasting) {}

    private record BodyRule(String part, List<Fault> faults) {}

    private final List<BodyRule> bodyRules = new ArrayList<>();
    private final Queue<List<Fault>> next = new ArrayDeque<>();
    private final List<Rule> rules = new ArrayList<>();

    synchronized void next(List<Fault> faults) {
        next.add(List.copyOf(faults));
    }

    synchronized void once(Predicate<RequestHead> applies, List<Fault> faults) {
        rules.add(new Rule(applies, List.copyOf(faults), false));
    }

    synchronized void onceFor(String partOfBody, List<Fault> faults) {
        bodyRules.add(new BodyRule(partOfBody, List.copyOf(faults)));
    }

    synchronized void always(List<Fault> faults) {
        rules.add(new Rule(_ -> true, List.copyOf(faults), true));
    }

    synchronized void clear() {
        next.clear();
        rules.clear();
        bodyRules.clear();
    }

    /** The faults for the request that has just begun; a rule for it comes before the queue. */
    synchronized List<Fault> take(RequestHead head) {
        for (Iterator<Rule> all = rules.iterator(); all.hasNext(); ) {
            Rule rule = all.next();
            if (rule.applies().test(head)) {
                if (!rule.lasting()) {
                    all.remove();
                }
                return rule.faults();
            }
        }
        List<Fault> queued = next.poll();
        return queued == null ? List.of() : queued;
    }

    /** The faults for a request with this body, when none was planned for its head. */
    synchronized List<Fault> take(byte[] body) {
        if (bodyRules.isEmpty()) {
            return List.of();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        for (BodyRule rule : bodyRules) {
            if (text.contains(rule.part())) {
                bodyRules.remove(rule);
                return rule.faults();
            }
        }
        return List.of();
    }
}
