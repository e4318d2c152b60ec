package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.JsonFault;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.importing.ImportRefused.Place;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.ExchangeStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Opens files of exchanges: our own JSON, JSON Lines and HAR exports, other HTTP archives, log files of Kong AI Gateway. */
public final class CaptureFile {
    private static final int LOOK_BYTES = 4096;
    private static final Pattern ARCHIVE = Pattern.compile("^\\W*\"log\"\\s*:", Pattern.DOTALL);

    private CaptureFile() {}

    /**
     * Reads all exchanges of a file into a store whose only writer the caller is. An exchange keeps its number.
     *
     * @return how many there were
     * @throws ImportRefused when the file holds something else or is damaged
     * @throws IOException when the file cannot be read
     */
    public static int read(Path file, ExchangeStore store) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, store);
        }
    }

    /** The same from a stream, which is closed. */
    public static int read(InputStream in, ExchangeStore store) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, LOOK_BYTES);
        boolean archive = isArchive(buffered);
        Set<ExchangeId> seen = new HashSet<>();
        int count = 0;
        try (RecordSplitter records = new RecordSplitter(buffered)) {
            if (archive) records.enterArchive();
            for (Optional<byte[]> next = records.next(); next.isPresent(); next = records.next()) {
                count++;
                ImportedExchange exchange = read(next.get(), count, archive, records.place());
                if (!seen.add(exchange.exchange().id()))
                    throw new ImportRefused(
                            "Record " + count + " has the number "
                                    + exchange.exchange().id() + " of an earlier one",
                            records.place());
                exchange.into(store);
            }
        }
        if (count == 0) throw new ImportRefused("The file holds no exchanges", Place.START);
        return count;
    }

    private static boolean isArchive(BufferedInputStream in) throws IOException {
        in.mark(LOOK_BYTES);
        String start = new String(in.readNBytes(LOOK_BYTES), StandardCharsets.UTF_8);
        in.reset();
        return ARCHIVE.matcher(start).find();
    }

    private static ImportedExchange read(byte[] record, int number, boolean archive, Place place) throws ImportRefused {
        try {
            return archive ? HarReader.read(record, number) : RecordReader.read(record, number);
        } catch (MalformedJson e) {
            throw new ImportRefused("Record " + number + ": " + plain(e.reason()), fault(record, place));
        }
    }

    /** Without what the reason says of a request's body and of places counted from the record's own start. */
    private static String plain(String reason) {
        return reason.replaceFirst("^body: ", "").replaceFirst(" \\(line \\d+, column \\d+\\)$", "");
    }

    /** The first byte that is no JSON; the record's start when it is well formed and only of another shape. */
    private static Place fault(byte[] record, Place start) {
        return JsonFault.in(record)
                .map(at -> new Place(start.line() + at.line() - 1, start.offset() + at.offset()))
                .orElse(start);
    }
}
