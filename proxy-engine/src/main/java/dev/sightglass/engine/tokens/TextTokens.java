package dev.sightglass.engine.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens of texts with o200k_base, the tokenizer of gpt-4o and what came after. Remembers long texts: a client
 * sends its whole history again and again. Thread-safe.
 */
final class TextTokens {
    /** Below this a text is counted faster than looked up. */
    private static final int WORTH_REMEMBERING = 64;

    /** Two independent hashes and the length stand for a text, so that no text is held. */
    private record Fingerprint(long first, long second, int length) {}

    private final Supplier<Encoding> encoding = new Lazy();
    private final Cache<Fingerprint, Integer> known =
            Caffeine.newBuilder().maximumSize(50_000).build();

    int count(String text) {
        if (text.length() < WORTH_REMEMBERING) return encode(text);
        return known.get(fingerprint(text), _ -> encode(text));
    }

    /** Special tokens in the text are text: the API treats them so as well. */
    private int encode(String text) {
        return text.isEmpty() ? 0 : encoding.get().countTokensOrdinary(text);
    }

    private static Fingerprint fingerprint(String text) {
        long first = 1125899906842597L;
        long second = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            first = 31 * first + c;
            second = (second ^ c) * 0x9E3779B97F4A7C15L;
            second ^= second >>> 29;
        }
        return new Fingerprint(first, second, text.length());
    }

    /** Loading the vocabulary takes some tenths of a second, which nobody pays who never counts. */
    private static final class Lazy implements Supplier<Encoding> {
        private @Nullable Encoding loaded;

        @Override
        public synchronized Encoding get() {
            if (loaded == null) loaded = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
            return loaded;
        }
    }
}
