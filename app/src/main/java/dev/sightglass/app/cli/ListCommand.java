package dev.sightglass.app.cli;

import dev.sightglass.engine.export.json.JsonRows;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.store.ExchangeStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rows of the window's table. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists recorded exchanges, oldest first.")
final class ListCommand implements Callable<Integer> {
    private final Console console;
    private final Stores stores;

    @Mixin
    private final ExchangeSelection selection = new ExchangeSelection();

    @Option(names = "--json", description = "One JSON array of rows, every value exact.")
    private boolean json;

    ListCommand(Console console, Stores stores) {
        this.console = console;
        this.stores = stores;
    }

    @Override
    public Integer call() throws CliFailure {
        try (ExchangeStore store = selection.open(stores, console)) {
            CostCalculator costs = selection.costs(console);
            List<ExchangeSummary> exchanges = selection.of(store, costs, console);
            if (json) JsonRows.write(console.out(), exchanges, costs);
            else new TextRows(console.out(), costs).print(exchanges);
        }
        return ExitCodes.OK;
    }
}
