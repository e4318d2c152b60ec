package dev.sightglass.app.control.text;

import java.time.Duration;

/** Ends work on a text after a time: Java's matcher can only be stopped by the text that it reads. */
final class Deadline {
    private static final int CHECK_EVERY = 4096;

    private final Duration limit;
    private final long end;
    private int reads;

    Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    Duration limit() {
        return limit;
    }

    /** The time is over, or the thread was interrupted. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Passed() {
            super("the time for this search is over", null, false, false);
        }
    }

    private void check() {
        if (++reads % CHECK_EVERY != 0) return;
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) throw new Passed();
    }

    /** The same text, which throws {@link Passed} when read for too long. */
    CharSequence guard(CharSequence text) {
        return new Guarded(text);
    }

    private final class Guarded implements CharSequence {
        private final CharSequence text;

        Guarded(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            check();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
