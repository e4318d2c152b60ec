package dev.sightglass.engine.tokens;

/** Counts the input tokens of a Messages API request without asking anybody. Thread-safe. */
@FunctionalInterface
public interface TokenCounter {
    /**
     * The input tokens of a request: an estimate, since the model's own tokenizer and framing are not public.
     *
     * @param body the JSON body of a {@code messages} or {@code count_tokens} request
     * @throws IllegalArgumentException when the body is no JSON object; the message says where it breaks
     */
    long count(byte[] body);
}
