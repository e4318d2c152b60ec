package dev.sightglass.engine.export.json;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.ExchangeStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Opens files of records: our own JSON and JSON Lines exports, and the log files of Kong AI Gateway. */
public final class RecordFile {
    private RecordFile() {}

    /**
     * Reads all records of a file into a store whose only writer the caller is. An exchange keeps its number unless an
     * earlier one of the file has it.
     *
     * @return how many there were
     * @throws IOException when the file cannot be read or holds something else; the message names the record
     */
    public static int read(Path file, ExchangeStore store) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, store);
        }
    }

    /** The same from a stream, which is closed. */
    public static int read(InputStream in, ExchangeStore store) throws IOException {
        Set<ExchangeId> seen = new HashSet<>();
        int count = 0;
        try (RecordSplitter records = new RecordSplitter(in)) {
            Optional<byte[]> next;
            while ((next = records.next()).isPresent()) {
                count++;
                ImportedExchange exchange = read(next.get(), count);
                if (!seen.add(exchange.exchange().id()))
                    throw new IOException("record " + count + ": number "
                            + exchange.exchange().id() + " stands there twice");
                exchange.into(store);
            }
        }
        return count;
    }

    private static ImportedExchange read(byte[] record, int number) throws IOException {
        try {
            return RecordReader.read(record, number);
        } catch (MalformedJson e) {
            throw new IOException("record " + number + ": " + e.reason());
        }
    }
}
