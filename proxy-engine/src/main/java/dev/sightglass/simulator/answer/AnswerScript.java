package dev.sightglass.simulator.answer;

/** Decides what the simulated model answers. Called from many threads at once, one call a request. */
@FunctionalInterface
public interface AnswerScript {
    AnswerPlan answer(RequestView request);
}
