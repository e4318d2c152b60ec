package dev.sightglass.engine.model;

/**
 * Names one exchange within a store. Numbers start at 1, grow with time and are never given twice in one store, also not
 * after a restart; they are the {@code #} that people see.
 */
public record ExchangeId(long number) implements Comparable<ExchangeId> {
    public ExchangeId {
        if (number < 1) throw new IllegalArgumentException("an exchange number starts at 1, not " + number);
    }

    @Override
    public int compareTo(ExchangeId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
