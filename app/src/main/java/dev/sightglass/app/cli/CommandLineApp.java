package dev.sightglass.app.cli;

import dev.sightglass.engine.store.StoreRefused;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** Runs one command and turns every failure into one line on the error stream and an exit code. */
public final class CommandLineApp {
    private final Console console;
    private final CommandLine commands;

    /** @param window opens the window, for when no command is given */
    public CommandLineApp(Console console, WindowOpener window) {
        this.console = console;
        Stores stores = new Stores(console);
        commands = new CommandLine(new RootCommand(window))
                .addSubcommand(new ServeCommand(console, stores))
                .addSubcommand(new ExportCommand(console, stores))
                .addSubcommand(new ListCommand(console, stores))
                .addSubcommand(new ShowCommand(console, stores))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(new PrintWriter(console.out(), true, console.out().charset()))
                .setErr(new PrintWriter(console.err(), true, console.err().charset()))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((e, _) -> usage(e))
                .setExecutionExceptionHandler((e, _, _) -> failure(e));
        commands.getSubcommands().values().forEach(command -> command.setUsageHelpWidth(100));
    }

    /** @return the exit code: 0 done, 1 failed, 2 not understood */
    public int run(String... arguments) {
        int code = commands.execute(arguments);
        try {
            console.out().flush();
            return code;
        } catch (StandardOutput.Failed e) {
            return code == ExitCodes.OK ? noOutput(e) : code;
        }
    }

    private int usage(ParameterException e) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println("sightglass: " + plain(e.getMessage()) + " (see '" + name + " --help')");
        return ExitCodes.USAGE;
    }

    /** The library names Java's types. */
    private static String plain(@Nullable String message) {
        return oneLine(message).replaceAll("' is not an? (int|long)$", "' is no whole number");
    }

    private int failure(Exception e) {
        if (e instanceof StandardOutput.Failed noOutput) return noOutput(noOutput);
        String message = e instanceof CliFailure || e instanceof StoreRefused ? e.getMessage() : internal(e);
        console.err().println("sightglass: " + oneLine(message));
        return ExitCodes.FAILURE;
    }

    private int noOutput(StandardOutput.Failed e) {
        if (e.readerLeft()) return ExitCodes.OK;
        console.err().println("sightglass: The output could not be written: " + oneLine(e.getMessage()) + ".");
        return ExitCodes.FAILURE;
    }

    private static String internal(Exception e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    private static String oneLine(@Nullable String message) {
        return Ansi.OFF.string(String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
