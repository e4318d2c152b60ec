package dev.sightglass.engine.credential;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Covers known secrets wherever they stand, without changing any length. Immutable. */
public final class SecretMask {
    /** A shorter "secret" is a dummy such as {@code x}, and covering it would spoil every text. */
    private static final int SHORTEST = 8;

    /** From this length on the last four characters may be seen. */
    private static final int LONG = 16;

    private static final int SHOWN = 4;

    public static final SecretMask NONE = new SecretMask(List.of());

    private final List<Secret> secrets;

    private SecretMask(List<Secret> secrets) {
        this.secrets = secrets;
    }

    /**
     * One secret, and by how much a search for it may move on when it looks at a byte where the secret's last one would be
     * (Horspool, Practical fast searching in strings, 1980): every body of every exchange is searched.
     */
    private record Secret(byte[] bytes, int[] steps) {
        static Secret of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int[] steps = new int[256];
            Arrays.fill(steps, bytes.length);
            for (int i = 0; i < bytes.length - 1; i++) steps[bytes[i] & 0xFF] = bytes.length - 1 - i;
            return new Secret(bytes, steps);
        }

        /** Where it stands next from {@code from} on, or -1. */
        int in(byte[] text, int from) {
            int end = bytes.length - 1;
            for (int at = from; at + end < text.length; at += steps[text[at + end] & 0xFF])
                if (text[at + end] == bytes[end] && Arrays.equals(text, at, at + end, bytes, 0, end)) return at;
            return -1;
        }

        boolean is(Secret other) {
            return Arrays.equals(bytes, other.bytes);
        }
    }

    public static SecretMask of(Collection<String> secrets) {
        return NONE.with(secrets);
    }

    /** This mask with more secrets. */
    public SecretMask with(Collection<String> more) {
        List<Secret> all = new ArrayList<>(secrets);
        for (String text : more) {
            if (text.length() < SHORTEST) continue;
            Secret secret = Secret.of(text);
            if (all.stream().noneMatch(secret::is)) all.add(secret);
        }
        return all.size() == secrets.size() ? this : new SecretMask(List.copyOf(all));
    }

    public String mask(String text) {
        if (secrets.isEmpty()) return text;
        return new String(mask(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** The same bytes when no secret is in them, else a copy with the secrets covered. */
    public byte[] mask(byte[] bytes) {
        byte[] masked = bytes;
        for (Secret secret : secrets) {
            int length = secret.bytes.length;
            for (int at = secret.in(masked, 0); at >= 0; at = secret.in(masked, at + length)) {
                if (masked == bytes) masked = bytes.clone();
                Arrays.fill(masked, at, at + length - (length < LONG ? 0 : SHOWN), (byte) '*');
            }
        }
        return masked;
    }

    /** How many of the last bytes may be the beginning of a secret that goes on in the next piece. */
    public int openEnd(byte[] bytes) {
        int open = 0;
        for (Secret secret : secrets)
            for (int length = Math.min(secret.bytes.length - 1, bytes.length); length > open; length--)
                // Mostly the first byte says no: this runs for each piece of each answer.
                if (bytes[bytes.length - length] == secret.bytes[0]
                        && Arrays.equals(bytes, bytes.length - length, bytes.length, secret.bytes, 0, length))
                    open = length;
        return open;
    }

    public boolean isEmpty() {
        return secrets.isEmpty();
    }
}
