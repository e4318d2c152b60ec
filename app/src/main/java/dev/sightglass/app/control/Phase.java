package dev.sightglass.app.control;

/**
 * A stretch of time on a {@link TimingBar}.
 *
 * @param key names its colour and its word: {@code upload}, {@code overhead}, {@code wait}, {@code thinking}, {@code stream}
 * @param from nanoseconds since the exchange's first byte
 */
public record Phase(String key, long from, long to) {
    public long nanos() {
        return to - from;
    }
}
