package dev.sightglass.app.inspector.conversation;

/** What a row can ask for. */
interface RowActions {
    /** Opens a folded block, folds an open one. */
    void toggle(String item);

    /** Opens an address that stands in a text. */
    void open(String address);
}
