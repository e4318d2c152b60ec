package dev.sightglass.app.control.body;

/** What is selected: from the anchor to the caret, as positions in the shown text. */
record TextSelection(int anchor, int caret) {
    static final TextSelection START = new TextSelection(0, 0);

    int from() {
        return Math.min(anchor, caret);
    }

    int to() {
        return Math.max(anchor, caret);
    }

    boolean isEmpty() {
        return anchor == caret;
    }

    TextSelection moveTo(int position, boolean extend) {
        return new TextSelection(extend ? anchor : position, position);
    }
}
