package dev.sightglass.engine.filter;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.function.Predicate;

/** Asks rows whether they hold one text, and remembers what those say that say the same. Thread-safe. */
final class FoldedAnswers implements Predicate<ExchangeSummary> {
    private static final byte YES = 1;
    private static final byte NO = 2;

    /** Different rows that may come while this is asked. */
    private static final int MORE = 1 << 10;

    private final FoldedTexts texts;
    private final String wanted;
    private final Predicate<ExchangeSummary> noRoom;
    /** By number. What is lost between threads is asked again. */
    private final byte[] answers;

    private final long first;

    /**
     * @param wanted in lower case
     * @param noRoom answers for rows that {@code texts} does not know
     */
    FoldedAnswers(FoldedTexts texts, String wanted, Predicate<ExchangeSummary> noRoom) {
        this.texts = texts;
        this.wanted = wanted;
        this.noRoom = noRoom;
        long next = texts.next();
        this.answers = new byte[(int) Math.min(next, FoldedTexts.MOST) + MORE];
        this.first = next + MORE - answers.length;
    }

    @Override
    public boolean test(ExchangeSummary exchange) {
        FoldedTexts.Row row = texts.of(exchange);
        if (row == null) return noRoom.test(exchange);
        long place = row.number() - first;
        if (place < 0 || place >= answers.length) return row.texts().contains(wanted);
        byte known = answers[(int) place];
        if (known == 0) {
            known = row.texts().contains(wanted) ? YES : NO;
            answers[(int) place] = known;
        }
        return known == YES;
    }
}
