package dev.sightglass.app.cli;

import dev.sightglass.app.state.SavedFilter;
import dev.sightglass.app.state.SavedFiltersFile;
import dev.sightglass.engine.filter.ExchangeFilter;
import dev.sightglass.engine.filter.FilterSyntaxException;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.store.ExchangeStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which exchanges of which store a command is about. */
final class ExchangeSelection {
    /** How many summaries are fetched at once. */
    private static final int PAGE = 1000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Mixin
    private final ExchangeSource source = new ExchangeSource();

    @Option(names = "--last", paramLabel = "N", description = "Only the newest N.")
    private int last = Integer.MAX_VALUE;

    @Option(
            names = "--query",
            paramLabel = "Q",
            description = "Only those that the query lets through, such as 'status>=400 and model~gpt-4 and ttft>3s';"
                    + " plain words are looked for in the contents too.")
    private String query = "";

    @Option(
            names = "--saved",
            paramLabel = "NAME",
            description = "Only those that the filter saved under this name in the window lets through, too.")
    private @Nullable String saved;

    ExchangeStore open(Stores stores, Console console) throws CliFailure {
        return source.open(stores, console);
    }

    CostCalculator costs(Console console) {
        return source.costs(console);
    }

    /** The chosen exchanges, oldest first. */
    List<ExchangeSummary> of(ExchangeStore store, CostCalculator costs, Console console) {
        if (last < 1) throw usage("--last takes a number above 0");
        Predicate<ExchangeSummary> wanted = wanted(store, query, "--query", costs);
        if (saved != null) wanted = wanted.and(wanted(store, savedQuery(saved, console), "--saved", costs));
        return of(store, wanted);
    }

    private List<ExchangeSummary> of(ExchangeStore store, Predicate<ExchangeSummary> wanted) {
        List<ExchangeSummary> chosen = new ArrayList<>();
        ExchangeId before = null;
        while (chosen.size() < last) {
            List<ExchangeSummary> page = store.newest(PAGE, before);
            if (page.isEmpty()) break;
            page.stream().filter(wanted).limit(last - (long) chosen.size()).forEach(chosen::add);
            before = page.getLast().id();
        }
        return chosen.reversed();
    }

    private Predicate<ExchangeSummary> wanted(ExchangeStore store, String wanted, String option, CostCalculator costs) {
        try {
            ExchangeFilter filter = ExchangeFilter.parse(wanted, costs::cost);
            Map<String, Set<ExchangeId>> found = new HashMap<>();
            for (String text : filter.texts()) found.put(text, Set.copyOf(store.search(text, Integer.MAX_VALUE)));
            return filter.with((id, text) -> found.getOrDefault(text, Set.of()).contains(id));
        } catch (FilterSyntaxException e) {
            throw usage(option + ", " + e.reason());
        }
    }

    private String savedQuery(String name, Console console) {
        SavedFiltersFile.Loaded loaded = new SavedFiltersFile(source.folder(console)).load();
        if (loaded.warning() != null) throw usage("--saved: " + loaded.warning());
        List<SavedFilter> all = loaded.filters();
        return all.stream()
                .filter(each -> each.isNamed(name))
                .map(SavedFilter::query)
                .findFirst()
                .orElseThrow(() -> usage("--saved: no filter is called '" + name + "'; "
                        + (all.isEmpty()
                                ? "none is saved yet"
                                : "there are "
                                        + all.stream().map(SavedFilter::name).collect(Collectors.joining(", ")))));
    }

    private RuntimeException usage(String message) {
        if (spec == null) throw new IllegalStateException("called outside the command line");
        return new ParameterException(spec.commandLine(), message);
    }
}
