package dev.sightglass.simulator;

import dev.sightglass.simulator.fault.Fault;
import dev.sightglass.simulator.wire.RequestHead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

/** Which faults the coming requests meet. Thread-safe. */
final class FaultPlan {
    private record Rule(Predicate<RequestHead> applies, List<Fault> faults, boolean lasting) {}

    private final Queue<List<Fault>> next = new ArrayDeque<>();
    private final List<Rule> rules = new ArrayList<>();

    synchronized void next(List<Fault> faults) {
        next.add(List.copyOf(faults));
    }

    synchronized void once(Predicate<RequestHead> applies, List<Fault> faults) {
        rules.add(new Rule(applies, List.copyOf(faults), false));
    }

    synchronized void always(List<Fault> faults) {
        rules.add(new Rule(_ -> true, List.copyOf(faults), true));
    }

    synchronized void clear() {
        next.clear();
        rules.clear();
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
}
