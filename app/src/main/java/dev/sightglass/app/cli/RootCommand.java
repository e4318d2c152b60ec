package dev.sightglass.app.cli;

import dev.sightglass.app.options.WindowOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Without a command: the window. */
@Command(
        name = "sightglass",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Shows what Claude Code sends to Azure and what comes back. Without a command it opens the window.",
        footer = {
            "",
            "Point Claude Code at it:",
            "  ANTHROPIC_BASE_URL=http://localhost:8000/anything ANTHROPIC_MODEL=<deployment> claude"
        })
final class RootCommand implements Callable<Integer> {
    private final WindowOpener window;

    @Mixin
    @SuppressWarnings("UnusedVariable") // the library lists and checks them; the window reads them from the arguments
    private final WindowOptions options = new WindowOptions();

    @Spec
    private @Nullable CommandSpec spec;

    RootCommand(WindowOpener window) {
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        if (spec == null) throw new IllegalStateException("called outside the command line");
        return window.open(spec.commandLine().getParseResult().originalArgs());
    }
}
