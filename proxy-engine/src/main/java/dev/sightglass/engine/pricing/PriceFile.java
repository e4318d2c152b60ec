package dev.sightglass.engine.pricing;

import dev.sightglass.engine.files.PrivateFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code prices.json} in the data folder: the prices that a person set, in US dollars for one million tokens. */
public final class PriceFile {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    private record Entry(
            String name,
            @Nullable BigDecimal input,
            @Nullable BigDecimal cachedInput,
            @Nullable BigDecimal cacheWrite,
            @Nullable BigDecimal output,
            @Nullable BigDecimal reasoning,
            @Nullable String asOf) {}

    private record Content(int version, List<Entry> prices) {}

    public PriceFile(Path dataFolder) {
        this.file = dataFolder.resolve("prices.json");
    }

    /**
     * What was read.
     *
     * @param table the shipped prices, and over them those of the file
     * @param warning why the file could not be used, for a person; or null
     */
    public record Loaded(PriceTable table, @Nullable String warning) {}

    /** The shipped prices alone when there is no file, or none that can be read; such a file is left as it is. */
    public Loaded load() {
        if (!Files.exists(file)) return new Loaded(ShippedPrices.TABLE, null);
        try {
            Content content = MAPPER.readValue(Files.readAllBytes(file), Content.class);
            if (content.version() != VERSION) return unusable("it is of another version of Sightglass");
            List<Price> all = new ArrayList<>(ShippedPrices.TABLE.prices());
            for (Entry entry : content.prices()) all.add(price(entry));
            return new Loaded(new PriceTable(all), null);
        } catch (JacksonException e) {
            // The place is told apart: the library's own text of it runs over lines.
            return unusable(e.getOriginalMessage()
                    + (e.getLocation() == null
                            ? ""
                            : " at line " + e.getLocation().getLineNr()));
        } catch (IOException | DateTimeException e) {
            return unusable(String.valueOf(e.getMessage()));
        }
    }

    /** Keeps what a person set; no file is left when that is nothing. */
    public void save(PriceTable table) throws IOException {
        List<Entry> own = table.prices().stream()
                .filter(Price::custom)
                .map(PriceFile::entry)
                .toList();
        if (own.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        PrivateFiles.write(file, MAPPER.writeValueAsBytes(new Content(VERSION, own)));
    }

    private Loaded unusable(String why) {
        return new Loaded(
                ShippedPrices.TABLE,
                "The prices in " + file + " cannot be used: " + why + ". The shipped list prices hold until you mend or"
                        + " remove the file.");
    }

    private static Price price(Entry entry) {
        return new Price(
                entry.name(),
                entry.input(),
                entry.cachedInput(),
                entry.cacheWrite(),
                entry.output(),
                entry.reasoning(),
                Price.OWN_SOURCE,
                entry.asOf() == null ? LocalDate.EPOCH : LocalDate.parse(entry.asOf()),
                true);
    }

    private static Entry entry(Price price) {
        return new Entry(
                price.name(),
                price.input(),
                price.cachedInput(),
                price.cacheWrite(),
                price.output(),
                price.reasoning(),
                price.asOf().toString());
    }
}
