package dev.sightglass.engine.store.sqlite;

import java.io.IOException;

/** The file is a sound database, but something in it is not what was written. */
final class DamagedPiece extends IOException {
    private static final long serialVersionUID = 1;

    DamagedPiece(RuntimeException cause) {
        super("The store cannot be read: a part of it is damaged (" + cause.getMessage() + ").", cause);
    }
}
