package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.NumberLists;
import dev.sightglass.engine.store.form.WordEnds;
import dev.sightglass.engine.store.form.WordQuestion;
import dev.sightglass.engine.store.form.WordSet;
import java.sql.SQLException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds the units of a lexicon that have all words that a question asks for. */
final class LexiconQuery {
    /** With no more units than these left, reading their packs costs less than asking for another word. */
    private static final int FEW = 8;

    private final Lexicon lexicon;
    private final byte[] words;

    private NumberLists.@Nullable Reader reader;
    private int chunk = -1;

    private LexiconQuery(Lexicon lexicon) throws SQLException {
        this.lexicon = lexicon;
        this.words = lexicon.words();
    }

    /** All units that have the words; when they are few, some more may be among them. */
    static BitSet run(Lexicon lexicon, WordQuestion question) throws SQLException {
        LexiconQuery query = new LexiconQuery(lexicon);
        BitSet left = told(lexicon.units());
        for (int part = 0; part < question.parts(); part++) {
            left = query.having(question, part, left);
            if (left.cardinality() <= FEW) break;
        }
        return left;
    }

    private static BitSet told(WordUnits units) {
        BitSet told = new BitSet();
        for (int unit = 0; unit < units.count(); unit++) if (units.kind(unit) == WordUnits.Kind.TOLD) told.set(unit);
        return told;
    }

    /** Those of the units that have a word with this part. Words are read until no other unit can have one. */
    private BitSet having(WordQuestion question, int part, BitSet units) throws SQLException {
        BitSet lacking = (BitSet) units.clone();
        chunk = -1;
        int word = -1;
        int counted = 0;
        // A word's number is how many ends stand before it, less the one before the first.
        for (int hit = question.find(part, words, 0); hit >= 0; hit = question.find(part, words, counted)) {
            // What was found may begin with the end of the word before.
            word += WordEnds.count(words, counted, hit + 1);
            counted = hit + 1;
            strike(word, lacking);
            if (lacking.isEmpty()) break;
            while (words[counted] != WordSet.END) counted++;
        }
        BitSet having = (BitSet) units.clone();
        having.andNot(lacking);
        return having;
    }

    private void strike(int word, BitSet lacking) throws SQLException {
        if (reader == null || word / NumberLists.CHUNK != chunk) {
            chunk = word / NumberLists.CHUNK;
            reader = lexicon.lists(chunk);
        }
        reader.read(word % NumberLists.CHUNK);
        for (int i = 0; i < reader.count(); i++) lacking.clear(reader.numbers()[i]);
    }
}
