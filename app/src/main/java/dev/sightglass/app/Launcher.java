package dev.sightglass.app;

import dev.sightglass.app.cli.CommandLineApp;
import dev.sightglass.app.cli.Console;
import dev.sightglass.app.cli.SignalTermination;
import dev.sightglass.app.cli.StandardOutput;

/** The program's entry. It extends no JavaFX class: the commands without a window must run where there is no display. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        QuietLogs.install();
        Console console = new Console(StandardOutput.open(), System.err, System.getenv(), new SignalTermination());
        int code = new CommandLineApp(console, Window::open).run(arguments);
        System.exit(code);
    }
}
