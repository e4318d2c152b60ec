package dev.sightglass.engine.filter;

/** A query that is not understood. The message says what was expected, for a person. */
public final class FilterSyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;

    FilterSyntaxException(int column, String message) {
        super("column " + column + ": " + message, null, false, false);
        this.column = column;
    }

    /** Where it breaks, counted from 1. */
    public int column() {
        return column;
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
