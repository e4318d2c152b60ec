package dev.sightglass.app.window;

import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.sessions.SessionCommands;
import dev.sightglass.engine.model.ExchangeId;
import java.util.List;

/** What the lines of the tree of sessions can be told to do, done by the window. FX thread only. */
final class SessionTreeCommands implements SessionCommands {
    private final WindowCommands window;
    private final ExchangeTable table;

    SessionTreeCommands(WindowCommands window, ExchangeTable table) {
        this.window = window;
        this.table = table;
    }

    @Override
    public void copyId(String id) {
        window.copy(id);
        window.tell(Messages.text("toast.copied.address", id));
    }

    @Override
    public void filterBy(String term) {
        window.filterBy(term);
    }

    @Override
    public void export(List<ExchangeId> ids) {
        window.export(ids);
    }

    @Override
    public void remove(List<ExchangeId> ids) {
        window.removeIds(ids);
    }

    /** With no row selected the figures of what the table shows take the inspector's place. */
    @Override
    public void showFigures() {
        table.selectNone();
    }
}
