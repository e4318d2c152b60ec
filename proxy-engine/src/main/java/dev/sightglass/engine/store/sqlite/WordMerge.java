package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.NumberLists;
import dev.sightglass.engine.store.form.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Puts the words of several lists of units into one. */
final class WordMerge {
    private final ByteSink words = new ByteSink(1 << 12).put(WordSet.END);
    private final NumberLists.Writer lists;
    private final int[] numbers;

    private WordMerge(int units) {
        lists = new NumberLists.Writer(units);
        numbers = new int[units];
    }

    /**
     * What came of it.
     *
     * @param words an END before the first and after each
     * @param lists the units that have each word, in chunks
     */
    record Merged(byte[] words, List<byte[]> lists) {}

    /**
     * Merges.
     *
     * @param units so many they are together
     * @param cursors the units of each come after those of the one before
     */
    static Merged run(int units, List<WordCursor> cursors) {
        WordMerge merge = new WordMerge(units);
        merge.merge(cursors);
        return new Merged(merge.words.toBytes(), merge.lists.chunks());
    }

    private record Place(WordCursor cursor, int order) {}

    private void merge(List<WordCursor> cursors) {
        PriorityQueue<Place> queue = new PriorityQueue<>((a, b) -> {
            int byWord = a.cursor.compare(b.cursor);
            return byWord != 0 ? byWord : Integer.compare(a.order, b.order);
        });
        for (int i = 0; i < cursors.size(); i++) if (cursors.get(i).next()) queue.add(new Place(cursors.get(i), i));
        List<Place> same = new ArrayList<>();
        while (!queue.isEmpty()) {
            Place first = queue.remove();
            int found = first.cursor.units(numbers, 0);
            same.add(first);
            while (!queue.isEmpty() && queue.peek().cursor.isSame(first.cursor)) {
                Place more = queue.remove();
                found = more.cursor.units(numbers, found);
                same.add(more);
            }
            if (found > 0) put(first.cursor, found);
            for (Place place : same) if (place.cursor.next()) queue.add(place);
            same.clear();
        }
    }

    private void put(WordCursor word, int units) {
        words.put(word.words(), word.start(), word.end());
        lists.add(numbers, units);
    }
}
