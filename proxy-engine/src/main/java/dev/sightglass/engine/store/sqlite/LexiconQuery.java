package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.NumberLists;
import dev.sightglass.engine.store.form.WordQuestion;
import dev.sightglass.engine.store.form.WordSet;
import java.sql.SQLException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds the units of a lexicon that have all words that a question asks for. */
final class LexiconQuery {
    /** After so many words that have a part it is looked whether all units have it by now. */
    private static final int WORDS_BETWEEN_LOOKS = 64;

    private final Lexicon lexicon;
    private final byte[] words;
    /** So many units have words. */
    private final int told;

    private NumberLists.@Nullable Reader reader;
    private int chunk = -1;

    private LexiconQuery(Lexicon lexicon) throws SQLException {
        this.lexicon = lexicon;
        this.words = lexicon.words();
        WordUnits units = lexicon.units();
        int count = 0;
        for (int unit = 0; unit < units.count(); unit++) if (units.kind(unit) == WordUnits.Kind.TOLD) count++;
        told = count;
    }

    static BitSet run(Lexicon lexicon, WordQuestion question) throws SQLException {
        LexiconQuery query = new LexiconQuery(lexicon);
        BitSet all = query.having(question, 0);
        for (int part = 1; part < question.parts() && !all.isEmpty(); part++) all.and(query.having(question, part));
        return all;
    }

    private BitSet having(WordQuestion question, int part) throws SQLException {
        BitSet found = new BitSet();
        chunk = -1;
        int word = -1;
        int counted = 0;
        int added = 0;
        // A word's number is how many ends stand before it, less the one before the first.
        for (int hit = question.find(part, words, 0); hit >= 0; hit = question.find(part, words, counted)) {
            for (; counted <= hit; counted++) if (words[counted] == WordSet.END) word++;
            add(word, found);
            if (++added % WORDS_BETWEEN_LOOKS == 0 && found.cardinality() >= told) break;
            while (words[counted] != WordSet.END) counted++;
        }
        return found;
    }

    private void add(int word, BitSet found) throws SQLException {
        if (reader == null || word / NumberLists.CHUNK != chunk) {
            chunk = word / NumberLists.CHUNK;
            reader = lexicon.lists(chunk);
        }
        reader.read(word % NumberLists.CHUNK);
        for (int i = 0; i < reader.count(); i++) found.set(reader.numbers()[i]);
    }
}
