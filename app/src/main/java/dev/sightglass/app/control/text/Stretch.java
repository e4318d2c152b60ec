package dev.sightglass.app.control.text;

import java.util.List;

/** Lines of an old text beside lines of a new one; the ends are exclusive. */
record Stretch(int oldFrom, int oldTo, int newFrom, int newTo) {
    int oldSize() {
        return oldTo - oldFrom;
    }

    int newSize() {
        return newTo - newFrom;
    }

    Stretch without(int head, int tail) {
        return new Stretch(oldFrom + head, oldTo - tail, newFrom + head, newTo - tail);
    }

    int commonHead(List<String> before, List<String> after) {
        int most = Math.min(oldSize(), newSize());
        int i = 0;
        while (i < most && before.get(oldFrom + i).equals(after.get(newFrom + i))) i++;
        return i;
    }

    int commonTail(List<String> before, List<String> after, int head) {
        int most = Math.min(oldSize(), newSize()) - head;
        int i = 0;
        while (i < most && before.get(oldTo - 1 - i).equals(after.get(newTo - 1 - i))) i++;
        return i;
    }
}
