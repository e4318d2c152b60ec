package dev.sightglass.engine.export;

/** How much of the recorded content leaves the app. Headers that carry credentials are masked at every level. */
public enum ExportLevel {
    /** Bodies as recorded, whatever secrets people or tools may have put into them. */
    FULL("full"),
    /** Bodies with everything that looks like a secret masked. */
    SANITISED("sanitised"),
    /** No bodies, no titles, no event data: names, times, counts and outcomes only. */
    NO_CONTENT("no-content");

    private final String option;

    ExportLevel(String option) {
        this.option = option;
    }

    /** The word used on the command line. */
    public String option() {
        return option;
    }
}
