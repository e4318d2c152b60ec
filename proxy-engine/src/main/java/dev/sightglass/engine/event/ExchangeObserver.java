package dev.sightglass.engine.event;

/**
 * Is told what happens. Called on the threads that carry the traffic, one exchange's events in order: an implementation is
 * quick, never blocks and never throws.
 */
@FunctionalInterface
public interface ExchangeObserver {
    void on(ExchangeEvent event);
}
