package dev.sightglass.app.cli;

import dev.sightglass.app.demo.Demo;
import dev.sightglass.app.options.DataOptions;
import dev.sightglass.app.options.EngineOptions;
import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.ProxyStartException;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.Problem;
import dev.sightglass.engine.settings.SettingsFile;
import dev.sightglass.engine.store.ExchangeStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The proxy without a window, until somebody ends it. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the proxy and records, without a window. Ctrl-C or SIGTERM ends it cleanly.")
final class ServeCommand implements Callable<Integer> {
    private static final String OPEN =
            "other machines can connect (--bind): everybody who knows this address, with the token"
                    + " at its end, can use Azure at your cost. Traffic to it is not encrypted.";

    private final Console console;
    private final Stores stores;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final EngineOptions options = new EngineOptions();

    @Spec
    private @Nullable CommandSpec spec;

    ServeCommand(Console console, Stores stores) {
        this.console = console;
        this.stores = stores;
    }

    @Override
    public Integer call() throws Exception {
        console.termination().watch();
        int code = ExitCodes.FAILURE;
        try {
            code = serve();
            return code;
        } catch (ParameterException e) {
            code = ExitCodes.USAGE;
            throw e;
        } finally {
            console.termination().finished(code);
        }
    }

    private int serve() throws Exception {
        Path folder = data.folder(console.environment());
        EngineSettings settings = settings(folder);
        try (ExchangeStore store = stores.recording(folder, settings.capture())) {
            return options.demo() ? demo(settings, store) : run(settings, store);
        }
    }

    private int run(EngineSettings settings, ExchangeStore store) throws CliFailure, InterruptedException {
        settings.problems().forEach(this::warn);
        try (ProxyEngine engine = new ProxyEngine(settings, store)) {
            start(engine);
            console.termination().await();
        }
        return ExitCodes.OK;
    }

    private int demo(EngineSettings settings, ExchangeStore store)
            throws IOException, CliFailure, InterruptedException {
        try (Demo demo = Demo.start(settings);
                ProxyEngine engine = new ProxyEngine(demo.settings(), store)) {
            demo.converse(start(engine).baseUrl());
            console.termination().await();
        }
        return ExitCodes.OK;
    }

    private ProxyState.Running start(ProxyEngine engine) throws CliFailure {
        engine.onNotice(notice -> console.err().println("sightglass: " + notice));
        try {
            engine.start();
        } catch (ProxyStartException e) {
            throw new CliFailure(e.reason());
        }
        if (!(engine.state() instanceof ProxyState.Running running))
            throw new CliFailure("The proxy ended while it started.");
        announce(address(engine.settings(), running));
        if (running.openToNetwork()) console.err().println("sightglass: " + OPEN);
        return running;
    }

    /** Nobody may read it, and the proxy serves all the same. */
    private void announce(String address) {
        try {
            console.out().println("listening on " + address);
            console.out().flush();
        } catch (StandardOutput.Failed e) {
            console.err().println("sightglass: listening on " + address + "; the standard output cannot be written to");
        }
    }

    /** The numeric address: {@code localhost} may resolve to another family than the one listened on. */
    private static String address(EngineSettings settings, ProxyState.Running running) {
        String bind = settings.listen().bind();
        if (bind.equals("localhost")) bind = "127.0.0.1";
        if (bind.contains(":") && !bind.startsWith("[")) bind = "[" + bind + "]";
        return "http://" + bind + ":" + running.port() + running.baseUrl().getRawPath();
    }

    private EngineSettings settings(Path folder) {
        SettingsFile.Loaded loaded = new SettingsFile(folder).load();
        if (loaded.warning() != null) console.err().println("sightglass: " + loaded.warning());
        EngineSettings settings = options.overrides(console.environment()).over(loaded.settings());
        refuseNewProblems(loaded.settings().problems(), settings.problems());
        return settings;
    }

    /** What the options themselves broke is a mistake in the command; what was broken before is only told. */
    private void refuseNewProblems(List<Problem> before, List<Problem> after) {
        for (Problem problem : after) {
            if (!before.contains(problem) && spec != null)
                throw new ParameterException(spec.commandLine(), problem.field() + ": " + problem.message());
        }
    }

    private void warn(Problem problem) {
        console.err().println("sightglass: " + problem.field() + ": " + problem.message());
    }
}
