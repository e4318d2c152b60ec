package dev.sightglass.engine.export;

/** Is told how an export goes, on the exporting thread, and may end it. */
@FunctionalInterface
public interface ExportProgress {
    ExportProgress NONE = (_, _) -> true;

    /**
     * One more exchange is written.
     *
     * @return false to cancel: nothing is left behind
     */
    boolean written(int done, int total);
}
