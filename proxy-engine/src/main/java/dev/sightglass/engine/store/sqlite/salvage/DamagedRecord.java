package dev.sightglass.engine.store.sqlite.salvage;

/** A record, or the page that it stands on, is not what SQLite would have written. */
final class DamagedRecord extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedRecord(String message) {
        super(message, null, false, false);
    }
}
