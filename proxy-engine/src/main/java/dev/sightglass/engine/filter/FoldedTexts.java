package dev.sightglass.engine.filter;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All texts of each row in lower case, one after the other: a plain word asks each of a hundred thousand rows at each key stroke,
 * and one look answers for all texts of a row. Rows that say the same share these texts, and one answer is enough for them.
 * Made when a row is first asked for. Bounded; thread-safe.
 */
public final class FoldedTexts {
    /** Stands after each text. A text that is looked for never reaches beyond it, unless it holds one itself. */
    static final char END = '\0';

    /** A power of two: rows beyond it displace older ones, whose texts are then folded again. */
    private static final int PLACES = 1 << 17;

    /** Different rows; twice as many as there are places, since a row says something else when it has ended. */
    static final int MOST = 2 * PLACES;

    /** What no row says any more fills the table only in a long while; more often it is full of what rows do say. */
    private static final long BEGUN_ANEW_AFTER = TimeUnit.MINUTES.toNanos(1);

    private final Function<ExchangeSummary, List<String>> further;
    private final int most;
    private final AtomicLong given = new AtomicLong();
    private volatile Table table = new Table();

    /** @param number never given twice */
    record Row(long number, String texts) {}

    private record Known(ExchangeSummary exchange, Row row) {}

    private static final class Table {
        private final long since = System.nanoTime();
        private final ConcurrentHashMap<String, Row> different = new ConcurrentHashMap<>();
        private final AtomicReferenceArray<@Nullable Known> places = new AtomicReferenceArray<>(PLACES);
    }

    /** {@code further} gives texts that count beside those of the text fields; it may be called on any thread. */
    public FoldedTexts(Function<ExchangeSummary, List<String>> further) {
        this(further, MOST);
    }

    FoldedTexts(Function<ExchangeSummary, List<String>> further, int most) {
        this.further = further;
        this.most = most;
    }

    /** Asks whether rows hold this text, letter case aside. */
    Predicate<ExchangeSummary> holding(String text) {
        TextMemo single = TextMemo.holding(text);
        Predicate<ExchangeSummary> one = exchange -> any(exchange, single);
        return text.indexOf(END) >= 0 ? one : new FoldedAnswers(this, text.toLowerCase(Locale.ROOT), one);
    }

    private boolean any(ExchangeSummary exchange, Predicate<@Nullable String> test) {
        if (RowTexts.any(exchange, test)) return true;
        List<String> texts = further.apply(exchange);
        for (int i = 0; i < texts.size(); i++) if (test.test(texts.get(i))) return true;
        return false;
    }

    /** The number that the next different row will get. */
    long next() {
        return given.get();
    }

    /** What the exchange says; null when there is no room for it. */
    @Nullable
    Row of(ExchangeSummary exchange) {
        Table known = table;
        int place = (int) exchange.id().number() & PLACES - 1;
        Known found = known.places.getPlain(place);
        if (found != null && found.exchange() == exchange) return found.row();
        if (known.different.size() >= most) {
            if (System.nanoTime() - known.since < BEGUN_ANEW_AFTER) return null;
            known = new Table();
            table = known;
        }
        Row row = known.different.computeIfAbsent(fold(exchange), texts -> new Row(given.getAndIncrement(), texts));
        known.places.setRelease(place, new Known(exchange, row));
        return row;
    }

    private String fold(ExchangeSummary exchange) {
        StringBuilder texts = new StringBuilder(320);
        any(exchange, text -> {
            if (text != null) texts.append(text.toLowerCase(Locale.ROOT)).append(END);
            return false;
        });
        return texts.toString();
    }
}
