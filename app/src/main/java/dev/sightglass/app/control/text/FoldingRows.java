package dev.sightglass.app.control.text;

/** Rows of which some can be folded away. Immutable; every change may take a while and is made off the FX thread. */
public sealed interface FoldingRows extends RowSource permits DocumentRows, TreeRows, DiffRows {
    /** Folds an open row, opens a folded one. */
    FoldingRows toggle(int row);

    /** Whether the position is in a row of its own and not folded away. Quick. */
    boolean shows(int offset);

    /** These rows with everything open that hides the position. */
    FoldingRows reveal(int offset);

    /** These rows with everything folded but the outermost value. */
    FoldingRows foldAll();

    FoldingRows unfoldAll();

    /** These rows folded as others were that showed the beginning of the same text. */
    FoldingRows foldedAs(RowSource before);
}
