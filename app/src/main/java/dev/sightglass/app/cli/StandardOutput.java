package dev.sightglass.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;

/**
 * The process's standard output, except that what cannot be written ends the command: Java's own takes all and says nothing,
 * so that a full disk would leave half an export behind a success.
 */
public final class StandardOutput {
    /** The output took no more. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean readerLeft;

        Failed(IOException cause) {
            this(String.valueOf(cause.getMessage()), cause);
        }

        private Failed(String message, IOException cause) {
            super(message, cause);
            readerLeft = message.toLowerCase(Locale.ROOT).contains("pipe");
        }

        /** True when the program that reads it has seen enough, as {@code head} has after its lines. */
        boolean readerLeft() {
            return readerLeft;
        }
    }

    private StandardOutput() {}

    /** The process's own, in the encoding of the terminal. */
    public static PrintStream open() {
        return over(new FileOutputStream(FileDescriptor.out));
    }

    static PrintStream over(OutputStream out) {
        return new PrintStream(new BufferedOutputStream(new Telling(out)), false, System.out.charset());
    }

    private static final class Telling extends FilterOutputStream {
        Telling(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) {
            try {
                out.write(b);
            } catch (IOException e) {
                throw new Failed(e);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new Failed(e);
            }
        }

        @Override
        public void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw new Failed(e);
            }
        }
    }
}
