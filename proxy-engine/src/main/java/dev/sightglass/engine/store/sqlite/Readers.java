package dev.sightglass.engine.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Connections for reading, lent for one question at a time; a few are kept open. For any thread. */
final class Readers implements AutoCloseable {
    private static final int KEPT = 4;

    private final Path file;
    private final Deque<Session> idle = new ArrayDeque<>();
    private int generation;
    private boolean closed;

    Readers(Path file) {
        this.file = file;
    }

    /** A question to the database. */
    interface Question<T> {
        T ask(Session session) throws SQLException;
    }

    /** What answers a question. */
    interface Answer<T> {
        T give() throws SQLException;
    }

    <T> T ask(Question<T> question) throws SQLException {
        Session session;
        int born;
        synchronized (this) {
            if (closed) throw new IllegalStateException("the store is closed");
            born = generation;
            Session waiting = idle.poll();
            session = waiting == null ? Session.reading(file) : waiting;
        }
        boolean sound = false;
        try {
            T answer = question.ask(session);
            sound = true;
            return answer;
        } finally {
            giveBack(session, born, sound);
        }
    }

    private void giveBack(Session session, int born, boolean sound) throws SQLException {
        synchronized (this) {
            if (sound && !closed && born == generation && idle.size() < KEPT) {
                idle.push(session);
                return;
            }
        }
        session.close();
    }

    /** The file is another one from now on. */
    synchronized void renew() throws SQLException {
        generation++;
        for (Session session : idle) session.close();
        idle.clear();
    }

    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        renew();
    }
}
