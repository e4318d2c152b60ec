package dev.sightglass.app.cli;

import dev.sightglass.app.options.DataOptions;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.ExchangeStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which exchanges of which store a command is about. */
final class ExchangeSelection {
    /** How many summaries are fetched at once. */
    private static final int PAGE = 1000;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Look into an exported JSON or JSON Lines file instead of the store.")
    private @Nullable Path file;

    @Option(names = "--last", paramLabel = "N", description = "Only the newest N.")
    private int last = Integer.MAX_VALUE;

    ExchangeStore open(Stores stores, Console console) throws CliFailure {
        return file != null ? stores.file(file) : stores.reading(data.folder(console.environment()));
    }

    /** The chosen exchanges, oldest first. */
    List<ExchangeSummary> of(ExchangeStore store) throws CliFailure {
        if (last < 1) throw new CliFailure("--last takes a number above 0.");
        List<ExchangeSummary> chosen = new ArrayList<>();
        ExchangeId before = null;
        while (chosen.size() < last) {
            List<ExchangeSummary> page = store.newest(PAGE, before);
            if (page.isEmpty()) break;
            page.stream().limit(last - (long) chosen.size()).forEach(chosen::add);
            before = page.getLast().id();
        }
        return chosen.reversed();
    }
}
