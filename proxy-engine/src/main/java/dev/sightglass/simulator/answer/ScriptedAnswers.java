package dev.sightglass.simulator.answer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Gives the answers that a test has queued, in their order, and asks another script when none is left. Thread-safe. */
public final class ScriptedAnswers implements AnswerScript {
    private final Queue<AnswerScript> next = new ConcurrentLinkedQueue<>();
    private final AnswerScript otherwise;

    /** Falls back to the default assistant. */
    public ScriptedAnswers() {
        this(new DefaultAssistant());
    }

    public ScriptedAnswers(AnswerScript otherwise) {
        this.otherwise = otherwise;
    }

    public ScriptedAnswers then(AnswerPlan plan) {
        return then(_ -> plan);
    }

    /** Queues an answer that depends on the request, for instance on the tool results that it brings. */
    public ScriptedAnswers then(AnswerScript answer) {
        next.add(answer);
        return this;
    }

    @Override
    public AnswerPlan answer(RequestView request) {
        AnswerScript script = next.poll();
        return (script == null ? otherwise : script).answer(request);
    }
}
