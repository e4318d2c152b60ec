package dev.sightglass.engine.pipeline;

/** One exchange while it runs: what was asked, the way back, its trace, and how to end it early. */
public record RunningExchange(
        ClientRequest request, Downstream downstream, ExchangeTrace trace, Cancellation cancellation) {}
