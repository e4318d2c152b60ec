package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.StoreRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/** The one writing connection and what writes through it. On the writing thread, but for opening. */
final class Database implements AutoCloseable {
    private static final int GLANCE = 100;

    private final StoreFolder folder;
    private final Packs packs;
    private final Words words;
    private Session session;
    /** A replacement began and has not come to its end. */
    private boolean replacing;

    private LexiconWriter lexicons;
    private PieceWriter pieces;
    private BodyWriter bodies;
    private PackRewriter rewriter;
    private LexiconBuilder builder;

    private Database(StoreFolder folder, Packs packs, Words words, Session session) throws SQLException {
        this.folder = folder;
        this.packs = packs;
        this.words = words;
        this.session = session;
        lexicons = new LexiconWriter(session);
        pieces = new PieceWriter(session, packs, lexicons);
        bodies = new BodyWriter(session, pieces);
        rewriter = new PackRewriter(session, packs);
        builder = new LexiconBuilder(session, packs, lexicons);
    }

    /** Opens the database; a damaged one is moved aside, and what can be read of it goes to a new one. */
    static Database open(StoreFolder folder, Packs packs, Words words) {
        try {
            folder.prepareDatabase();
            Salvage.beforeOpening(folder);
            try {
                return openOnce(folder, packs, words);
            } catch (SQLException | RuntimeException e) {
                if (!Damage.isDamageOnOpening(e)) throw e;
                Salvage.run(folder);
                return openOnce(folder, packs, words);
            }
        } catch (StoreRefused e) {
            throw e;
        } catch (SQLException | IOException | RuntimeException e) {
            throw new StoreRefused(
                    StoreRefused.Cause.UNUSABLE,
                    "The store " + folder.database() + " cannot be opened: " + Damage.explain(e)
                            + ". Mend that, or choose another folder with --data-dir.",
                    e);
        }
    }

    private static Database openOnce(StoreFolder folder, Packs packs, Words words) throws SQLException {
        Session session = openSession(folder.database());
        try {
            Database database = new Database(folder, packs, words, session);
            Recovery.run(session, packs, words, database.bodies, database.lexicons);
            database.glance();
            return database;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Meets damage in what is read first now, when it can still be mended before anybody waits. */
    private void glance() throws SQLException {
        session.number("SELECT count(*) FROM exchange");
        ExchangeReader.newest(session, words, GLANCE, Long.MAX_VALUE);
    }

    private static Session openSession(Path file) throws SQLException {
        // Looked at before anything is changed, even by SQLite itself, which marks the file when it is opened for
        // writing.
        try (Session glance = Session.reading(file)) {
            Schema.check(glance, file);
        }
        Session session = Session.writing(file);
        try {
            Schema.bringUp(session, file);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /**
     * Goes on with a new file after the old one proved damaged, with what can be read of it. After a failure the next call goes
     * on where that one ended: what was saved is not saved from again.
     *
     * @param live exchanges that are in memory and will be written again, whole where they still are
     */
    void replace(Collection<LiveExchange> live) throws SQLException, IOException {
        session.close();
        if (replacing) Salvage.goOn(folder);
        else {
            replacing = true;
            Salvage.run(folder);
        }
        session = openSession(folder.database());
        packs.forget();
        words.forget();
        lexicons = new LexiconWriter(session);
        pieces = new PieceWriter(session, packs, lexicons);
        bodies = new BodyWriter(session, pieces);
        rewriter = new PackRewriter(session, packs);
        builder = new LexiconBuilder(session, packs, lexicons);
        for (LiveExchange exchange : live)
            session.change("DELETE FROM tail WHERE exchange = ?", exchange.id().number());
        replacing = false;
    }

    /** True when a replacement failed, and is to be gone on with before anything else. */
    boolean isReplacing() {
        return replacing;
    }

    PackRewriter rewriter() {
        return rewriter;
    }

    /** Takes what was deleted out of the next pack that has some; true when that was done. */
    boolean rewriteNext(Readers readers) throws SQLException {
        if (rewriter.isLeftOver()) Sweep.run(this);
        if (!rewriter.hasWork()) return false;
        packs.change(() -> {
            try {
                inTransaction(_ -> rewriter.step());
            } catch (SQLException | RuntimeException e) {
                rewriter.giveUp();
                throw e;
            }
            readers.renew(); // their dictionaries may be of the pack as it was
        });
        forgetPieces();
        if (!rewriter.hasWork()) Sweep.giveBack(session);
        return true;
    }

    Session session() {
        return session;
    }

    /** Does something whole or not at all. */
    void inTransaction(Change change) throws SQLException {
        session.begin();
        try {
            change.make(session);
            lexicons.write();
            session.commit();
        } catch (SQLException | RuntimeException e) {
            session.rollback();
            words.forget();
            packs.forget();
            session.zstd().forget();
            forgetWords();
            pieces.forget();
            throw e;
        }
    }

    /** Something done to the database. */
    interface Change {
        void make(Session session) throws SQLException;
    }

    /** Writes what is new of an exchange. Inside a transaction. */
    void write(LiveExchange.Snapshot snapshot) throws SQLException {
        if (snapshot.exchange() != null)
            ExchangeRows.write(
                    session,
                    words,
                    snapshot.exchange().summary(),
                    DetailForm.encode(snapshot.exchange(), session.zstd()));
        if (snapshot.annotation() != null)
            ExchangeRows.annotate(session, words, snapshot.live().id(), snapshot.annotation());
        for (LiveExchange.Tail tail : snapshot.tails()) bodies.tail(tail.ref(), tail.news());
        for (LiveExchange.Request request : snapshot.requests()) {
            bodies.request(request.ref(), request.bytes());
            bodies.dropTail(request.ref());
        }
        bodies.answers(snapshot.answers());
        for (BodyWriter.Answer answer : snapshot.answers()) bodies.dropTail(answer.ref());
    }

    /** Deletes exchanges; what only they used is deleted by the next sweep. Inside a transaction. */
    void delete(Set<ExchangeId> ids) throws SQLException {
        PackUse.note(session, ids);
        for (ExchangeId id : ids) {
            session.change("DELETE FROM exchange WHERE id = ?", id.number());
            session.change("DELETE FROM body WHERE exchange = ?", id.number());
            session.change("DELETE FROM tail WHERE exchange = ?", id.number());
        }
    }

    /** After pieces were deleted: what was remembered of them is wrong. */
    void forgetPieces() throws SQLException {
        packs.forget();
        session.zstd().forget();
        forgetWords();
        pieces.forget();
    }

    private void forgetWords() {
        lexicons.forget();
        builder.restart();
    }

    LexiconWriter lexicons() {
        return lexicons;
    }

    /** Tells searches of some packs that they know nothing of; true when there are more. */
    boolean tellNext() throws SQLException {
        if (!builder.hasWork() || rewriter.hasWork()) return false;
        try {
            inTransaction(_ -> builder.step());
            return builder.hasWork();
        } catch (SQLException | RuntimeException e) {
            builder.giveUp();
            throw e;
        }
    }

    /** Before closing: what waits is told now, so that the next process need not. */
    void tellRest() throws SQLException {
        inTransaction(_ -> lexicons.writeAll());
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
