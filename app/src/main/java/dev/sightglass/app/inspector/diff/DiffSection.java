package dev.sightglass.app.inspector.diff;

import dev.sightglass.app.control.text.LineRun;
import java.util.List;

/**
 * One part of the comparison.
 *
 * @param added parts, such as tools or messages, that only the later one has; lines of the answer's text
 * @param removed those that only the earlier one has
 * @param changed those that both have, differently
 * @param same those that are equal in both
 */
record DiffSection(Part part, int added, int removed, int changed, int same, List<LineRun> runs) {
    /** What is compared, in the order of the panel. */
    enum Part {
        TOOLS,
        SYSTEM,
        PARAMETERS,
        MESSAGES,
        TEXT
    }

    boolean differs() {
        return added + removed + changed > 0;
    }
}
