package dev.sightglass.engine.store.sqlite;

import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import tools.jackson.core.JacksonException;

/** Asks the file, and says in a person's words when it cannot be read. For any thread. */
final class Questions {
    private final Readers readers;
    private final Runnable damageMet;

    /** @param damageMet is run when the file proves to be damaged */
    Questions(Readers readers, Runnable damageMet) {
        this.readers = readers;
        this.damageMet = damageMet;
    }

    /** The answer; an {@link UncheckedIOException} when there is none, its cause a {@link DamagedPiece} when a part is damaged. */
    <T> T ask(Readers.Question<T> question) {
        try {
            return readers.ask(question);
        } catch (SQLException e) {
            if (Damage.isDamage(e)) damageMet.run();
            throw new UncheckedIOException(new IOException("The store cannot be read: " + Damage.explain(e), e));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ZstdException | JacksonException e) {
            throw new UncheckedIOException(new DamagedPiece(e));
        }
    }
}
