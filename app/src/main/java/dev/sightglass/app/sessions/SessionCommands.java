package dev.sightglass.app.sessions;

import dev.sightglass.engine.model.ExchangeId;
import java.util.List;

/** What can be done with a line of the tree beyond choosing it. FX thread only. */
public interface SessionCommands {
    /** Puts a session's or an agent's id on the clipboard. */
    void copyId(String id);

    /** Adds a term to the query. */
    void filterBy(String term);

    /** Asks for a format and a file and exports these. */
    void export(List<ExchangeId> ids);

    /** Removes these; a person can undo it. */
    void remove(List<ExchangeId> ids);

    /** Shows the figures of the chosen line in place of an exchange. */
    void showFigures();
}
