package dev.sightglass.app.control.text;

/** Lines of an old text beside lines of a new one; the ends are exclusive. */
public record Stretch(int oldFrom, int oldTo, int newFrom, int newTo) {
    int oldSize() {
        return oldTo - oldFrom;
    }

    /** How many lines of the new text. */
    public int newSize() {
        return newTo - newFrom;
    }

    Stretch without(int head, int tail) {
        return new Stretch(oldFrom + head, oldTo - tail, newFrom + head, newTo - tail);
    }

    Stretch moved(int olds, int news) {
        return new Stretch(oldFrom + olds, oldTo + olds, newFrom + news, newTo + news);
    }

    int commonHead(int[] before, int[] after) {
        int most = Math.min(oldSize(), newSize());
        int i = 0;
        while (i < most && before[oldFrom + i] == after[newFrom + i]) i++;
        return i;
    }

    int commonTail(int[] before, int[] after, int head) {
        int most = Math.min(oldSize(), newSize()) - head;
        int i = 0;
        while (i < most && before[oldTo - 1 - i] == after[newTo - 1 - i]) i++;
        return i;
    }
}
