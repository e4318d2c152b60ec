package dev.sightglass.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the conversation that it goes on with: enough to tell conversations and turns apart without reading
 * the body again.
 *
 * @param workingFolder path of the client's working folder as its environment text names it, or null
 * @param opening fingerprint of the first words that a person wrote, the same in all requests of a conversation; 0 when there
 *     are none
 * @param number how many messages hold words of a person
 * @param fingerprint fingerprint of the newest of them, the same in all requests that work on it; 0 when there is none
 * @param failedTools names of the tools whose results in the newest message are errors, in order, repeats kept
 */
public record PromptFacts(
        @Nullable String workingFolder, long opening, int number, long fingerprint, List<String> failedTools) {
    public PromptFacts {
        failedTools = List.copyOf(failedTools);
    }
}
