package dev.sightglass.app.cli;

import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportFormats;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.SecretSanitiser;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.store.ExchangeStore;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One exchange. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one exchange: how it went, what was asked and answered.")
final class ShowCommand implements Callable<Integer> {
    private final Console console;
    private final Stores stores;

    @Mixin
    private final ExchangeSource source = new ExchangeSource();

    @Option(names = "--json", description = "The whole record as JSON, as the export writes it.")
    private boolean json;

    @Parameters(paramLabel = "ID", description = "The exchange's number, as 'list' shows it.")
    private long id;

    ShowCommand(Console console, Stores stores) {
        this.console = console;
        this.stores = stores;
    }

    @Override
    public Integer call() throws CliFailure, IOException {
        try (ExchangeStore store = source.open(stores, console)) {
            Exchange exchange = id < 1 ? null : store.find(new ExchangeId(id)).orElse(null);
            if (exchange == null)
                throw new CliFailure("There is no exchange " + id + "; 'list' shows those there are.");
            write(RecordedExchange.of(exchange, store));
        }
        return ExitCodes.OK;
    }

    private void write(RecordedExchange exchange) throws IOException {
        ExportFormat format = json ? ExportFormats.JSON_LINES : ExportFormats.MARKDOWN;
        CostCalculator costs = source.costs(console);
        ExportOptions options = new ExportOptions(ExportLevel.SANITISED, new SecretSanitiser(), costs, Version.text());
        try (ExportWriter writer = format.open(console.out(), options)) {
            writer.write(exchange);
        }
    }
}
