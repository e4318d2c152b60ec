package dev.sightglass.engine.export;

/** Masks secrets in text. What is masked once stays the same when masked again. Thread-safe. */
@FunctionalInterface
public interface Sanitiser {
    Sanitiser NONE = text -> text;

    /** The text with each secret replaced; the same instance when there is none. */
    String mask(String text);
}
