package dev.sightglass.engine.store.form;

import dev.sightglass.engine.bytes.ByteScan;
import java.nio.charset.StandardCharsets;

/**
 * Finds ASCII text in bytes, letter case aside, eight places at a time: two letters of the text, the rarest first, must
 * stand at their distance before the rest is compared.
 */
final class FoldedScan {
    /** What makes a letter small, eight times. */
    private static final long SMALL = ByteScan.repeated((byte) 0x20);
    /** Letters of English and of code, the most frequent first; before them what ends each word of a list. */
    private static final String FREQUENT = "\n etaoinsrlhdcu\"m,pf:gy.bw0v12/\\kx-_35qjz";

    private final byte[] wanted;
    private final int near;
    private final int far;
    private final long nearFold;
    private final long nearWanted;
    private final long farFold;
    private final long farWanted;

    /** {@code text} is ASCII and not empty. */
    FoldedScan(String text) {
        this(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The bytes are not empty; those that are not ASCII are found as they are. */
    FoldedScan(byte[] bytes) {
        wanted = lower(bytes);
        near = rarest(-1);
        far = wanted.length == 1 ? near : rarest(near);
        nearFold = isLetter(wanted[near]) ? SMALL : 0;
        farFold = isLetter(wanted[far]) ? SMALL : 0;
        nearWanted = ByteScan.repeated(wanted[near]);
        farWanted = ByteScan.repeated(wanted[far]);
    }

    /** Where the text first stands at or after {@code from}, or -1. */
    int indexOf(byte[] bytes, int from, int end) {
        int last = end - wanted.length;
        int i = from;
        int lastFast = Math.min(last, bytes.length - 8 - Math.max(near, far));
        for (; i <= lastFast; i += 8) {
            long a = (ByteScan.word(bytes, i + near) | nearFold) ^ nearWanted;
            long b = (ByteScan.word(bytes, i + far) | farFold) ^ farWanted;
            if (ByteScan.zeros(a | b) == 0) continue;
            int hit = firstOf(bytes, i, Math.min(i + 7, last));
            if (hit >= 0) return hit;
        }
        return firstOf(bytes, i, last);
    }

    private int firstOf(byte[] bytes, int from, int last) {
        for (int i = from; i <= last; i++) if (standsAt(bytes, i)) return i;
        return -1;
    }

    private boolean standsAt(byte[] bytes, int at) {
        for (int i = 0; i < wanted.length; i++) if (Letters.fold(bytes[at + i]) != wanted[i]) return false;
        return true;
    }

    private int rarest(int except) {
        int best = -1;
        int bestRank = -1;
        for (int i = 0; i < wanted.length; i++) {
            int place = FREQUENT.indexOf(wanted[i]);
            int rank = place < 0 ? 100 : place;
            if (i != except && rank > bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }

    private static byte[] lower(byte[] bytes) {
        byte[] lower = bytes.clone();
        for (int i = 0; i < lower.length; i++) lower[i] = Letters.fold(lower[i]);
        return lower;
    }

    private static boolean isLetter(byte folded) {
        return folded >= 'a' && folded <= 'z';
    }
}
