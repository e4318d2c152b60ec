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

    private final List<byte[]> secrets;

    private SecretMask(List<byte[]> secrets) {
        this.secrets = secrets;
    }

    public static SecretMask of(Collection<String> secrets) {
        List<byte[]> known = new ArrayList<>();
        for (String secret : secrets)
            if (secret.length() >= SHORTEST) known.add(secret.getBytes(StandardCharsets.UTF_8));
        return known.isEmpty() ? NONE : new SecretMask(List.copyOf(known));
    }

    /** This mask with more secrets. */
    public SecretMask with(Collection<String> more) {
        SecretMask added = of(more);
        if (added == NONE) return this;
        List<byte[]> all = new ArrayList<>(secrets);
        all.addAll(added.secrets);
        return new SecretMask(List.copyOf(all));
    }

    public String mask(String text) {
        if (secrets.isEmpty()) return text;
        return new String(mask(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** The same bytes when no secret is in them, else a copy with the secrets covered. */
    public byte[] mask(byte[] bytes) {
        byte[] masked = bytes;
        for (byte[] secret : secrets)
            for (int at = indexOf(masked, secret, 0); at >= 0; at = indexOf(masked, secret, at + secret.length)) {
                if (masked == bytes) masked = bytes.clone();
                int shown = secret.length < LONG ? 0 : SHOWN;
                Arrays.fill(masked, at, at + secret.length - shown, (byte) '*');
            }
        return masked;
    }

    /** How many of the last bytes may be the beginning of a secret that goes on in the next piece. */
    public int openEnd(byte[] bytes) {
        int open = 0;
        for (byte[] secret : secrets)
            for (int length = Math.min(secret.length - 1, bytes.length); length > open; length--)
                if (Arrays.equals(bytes, bytes.length - length, bytes.length, secret, 0, length)) open = length;
        return open;
    }

    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        byte first = wanted[0];
        int last = bytes.length - wanted.length;
        for (int i = from; i <= last; i++)
            if (bytes[i] == first && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) return i;
        return -1;
    }
}
