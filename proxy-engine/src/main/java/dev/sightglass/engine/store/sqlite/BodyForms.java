package dev.sightglass.engine.store.sqlite;

/** The values of the column {@code body.form}. */
final class BodyForms {
    /** Put together by a recipe; pack and slot tell its own bytes. */
    static final int RECIPE = 1;
    /** One piece, with its arrival marks in the next place. */
    static final int STREAM = 2;

    private BodyForms() {}
}
