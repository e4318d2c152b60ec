package dev.sightglass.app.cli;

import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportFormats;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.ExportProgress;
import dev.sightglass.engine.export.ExportRefused;
import dev.sightglass.engine.export.Exporter;
import dev.sightglass.engine.export.SecretSanitiser;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.store.ExchangeStore;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Writes exchanges of the store to a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes recorded exchanges to a file. Secrets in payloads are masked unless --level says otherwise.")
final class ExportCommand implements Callable<Integer> {
    private final Console console;
    private final Stores stores;

    @Mixin
    private final ExchangeSelection selection = new ExchangeSelection();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            converter = FormatConverter.class,
            description = "json, jsonl, har, curl or markdown.")
    private ExportFormat format = ExportFormats.ALL.getFirst();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write; - for the standard output.")
    private String out = "-";

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            converter = LevelConverter.class,
            description = "sanitised (default), full (secrets in payloads stay) or no-content (no payloads).")
    private ExportLevel level = ExportLevel.SANITISED;

    @Option(names = "--force", description = "Replace the file when it exists.")
    private boolean force;

    ExportCommand(Console console, Stores stores) {
        this.console = console;
        this.stores = stores;
    }

    @Override
    public Integer call() throws CliFailure {
        CostCalculator costs = selection.costs(console);
        ExportOptions options = new ExportOptions(level, new SecretSanitiser(), costs, Version.text());
        try (ExchangeStore store = selection.open(stores, console)) {
            List<ExchangeId> ids = selection.of(store, costs, console).stream()
                    .map(ExchangeSummary::id)
                    .toList();
            write(new Exporter(store, format, options), ids);
        }
        return ExitCodes.OK;
    }

    private void write(Exporter exporter, List<ExchangeId> ids) throws CliFailure {
        try {
            if (out.equals("-")) {
                exporter.toStream(ids, console.out(), ExportProgress.NONE);
                return;
            }
            int written = exporter.toFile(ids, Path.of(out), force, ExportProgress.NONE);
            console.err().println(written + (written == 1 ? " exchange" : " exchanges") + " written to " + out);
        } catch (ExportRefused e) {
            throw new CliFailure(e.reason() + (force ? "" : hint(e.reason())));
        } catch (IOException e) {
            throw new CliFailure("The export to " + out + " failed: " + reason(e));
        }
    }

    /** What the system says of a file is often the name of the temporary one alone. */
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "its folder may not be written to.";
            case FileSystemException told when told.getReason() == null -> "no file can be made in its folder.";
            case FileSystemException told -> told.getReason() + ".";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static String hint(String reason) {
        return reason.endsWith("exists already.") ? " Name another file, or add --force to replace it." : "";
    }

    private static final class FormatConverter implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String id) {
            return ExportFormats.byId(id)
                    .orElseThrow(() -> new TypeConversionException("'" + id + "' is none of "
                            + ExportFormats.ALL.stream().map(ExportFormat::id).collect(Collectors.joining(", "))));
        }
    }

    private static final class LevelConverter implements ITypeConverter<ExportLevel> {
        @Override
        public ExportLevel convert(String word) {
            return Arrays.stream(ExportLevel.values())
                    .filter(level -> level.option().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("'" + word + "' is none of full, sanitised, no-content"));
        }
    }
}
