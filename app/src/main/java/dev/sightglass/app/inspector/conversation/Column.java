package dev.sightglass.app.inspector.conversation;

/** Where the text stands: a column that is not wider than one reads well, with the icons of the headings left of it. */
final class Column {
    /** Where icons begin, in pixels. */
    static final double ICON = 16;
    /** Where words begin, in pixels. */
    static final double LEFT = 40;

    private static final double RIGHT = 20;
    /** Some hundred letters to a line. */
    private static final double WORDS = 720;

    private static final double CODE = 920;

    private Column() {}

    /** The room for words or for code beside each other, in a view of this width. */
    static double width(double view, boolean code) {
        return Math.max(40, Math.min(view - LEFT - RIGHT, code ? CODE : WORDS));
    }
}
