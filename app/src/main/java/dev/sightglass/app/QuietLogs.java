package dev.sightglass.app;

import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps the libraries' logs to what a person should know: warnings, one line each, without stack traces. */
final class QuietLogs {
    private QuietLogs() {}

    static void install() {
        // SLF4J announces on the error stream that nobody listens to it, which is as intended.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Logger root = Logger.getLogger("");
        for (var handler : root.getHandlers()) root.removeHandler(handler);
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(new OneLine());
        console.setLevel(Level.WARNING);
        root.addHandler(console);
        root.setLevel(Level.WARNING);
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord record) {
            Throwable thrown = record.getThrown();
            String cause = thrown == null ? "" : " (" + thrown.getClass().getSimpleName() + ")";
            return "sightglass: " + formatMessage(record).replaceAll("\\s*\\R\\s*", " ") + cause + "\n";
        }
    }
}
