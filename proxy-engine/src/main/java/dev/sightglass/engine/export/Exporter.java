package dev.sightglass.engine.export;

import dev.sightglass.engine.files.PrivateFiles;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.ExchangeStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Writes chosen exchanges of a store to a file or a stream. A file appears under its name only when it is whole: it is
 * written beside it, readable by its owner alone, and then put in place with one rename.
 */
public final class Exporter {
    private static final int BUFFER = 1 << 16;

    private final ExchangeStore store;
    private final ExportFormat format;
    private final ExportOptions options;

    public Exporter(ExchangeStore store, ExportFormat format, ExportOptions options) {
        this.store = store;
        this.format = format;
        this.options = options;
    }

    /**
     * Exports to a file.
     *
     * @param overwrite whether a file of that name may be replaced
     * @return how many exchanges were written; those deleted meanwhile are passed over
     * @throws ExportRefused when the file exists, or is no place for a file, or the progress callback cancelled
     */
    public int toFile(List<ExchangeId> ids, Path file, boolean overwrite, ExportProgress progress)
            throws IOException, ExportRefused {
        Path target = file.toAbsolutePath();
        check(target, overwrite);
        Path temporary = PrivateFiles.createBeside(target, ".sightglass-export-", ".part");
        try {
            int written;
            try (OutputStream out = Files.newOutputStream(temporary)) {
                written = toStream(ids, out, progress);
            }
            if (!overwrite) check(target, false);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Exports to a stream, which is flushed and left open.
     *
     * @throws ExportRefused when the progress callback cancelled
     */
    public int toStream(List<ExchangeId> ids, OutputStream out, ExportProgress progress)
            throws IOException, ExportRefused {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        int written = 0;
        try (ExportWriter writer = format.open(buffered, options)) {
            for (ExchangeId id : ids) {
                Optional<Exchange> exchange = store.find(id);
                if (exchange.isPresent()) {
                    writer.write(RecordedExchange.of(exchange.get(), store));
                    written++;
                }
                if (!progress.written(written, ids.size())) throw new ExportRefused("The export was cancelled.");
            }
        }
        buffered.flush();
        return written;
    }

    private static void check(Path target, boolean overwrite) throws ExportRefused {
        if (Files.isSymbolicLink(target))
            throw new ExportRefused(
                    target + " is a symbolic link, which an export does not follow; name another file.");
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS))
            throw new ExportRefused(target + " is a folder; name a file in it.");
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder))
            throw new ExportRefused("The folder " + folder + " does not exist; create it or name another.");
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS))
            throw new ExportRefused(target + " is a device or the like, which no file may replace; name another file.");
        if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS))
            throw new ExportRefused(target + " exists already.");
    }
}
