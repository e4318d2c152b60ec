package dev.sightglass.app.control.text;

/**
 * A part of a comparison.
 *
 * @param same whether the lines of both sides are equal; else those of the old text give way to those of the new one
 */
public record LineRun(Stretch at, boolean same) {
    /** Lines that were added. */
    public int added() {
        return same ? 0 : at.newSize();
    }

    /** Lines that were removed. */
    public int removed() {
        return same ? 0 : at.oldSize();
    }
}
