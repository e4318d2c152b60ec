package dev.sightglass.simulator.api;

import dev.sightglass.simulator.check.TokenCount;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Imitates Azure's prompt cache: the longest beginning that a prompt shares with an earlier one of the same deployment is
 * cached, from 1,024 tokens on, in steps of 128. Forgets the oldest of 64 prompts. Thread-safe.
 */
public final class PromptCache {
    private static final int MINIMUM = 1024;
    private static final int STEP = 128;
    private static final int REMEMBERED = 64;

    private final Map<String, Deque<String>> earlier = new HashMap<>();

    /** Cached tokens of this prompt; remembers it for those that follow. */
    public synchronized int lookUpAndRemember(String deployment, String prompt) {
        Deque<String> prompts = earlier.computeIfAbsent(deployment, _ -> new ArrayDeque<>());
        int shared = prompts.stream()
                .mapToInt(other -> sharedBeginning(other, prompt))
                .max()
                .orElse(0);
        if (prompts.size() == REMEMBERED) {
            prompts.removeLast();
        }
        prompts.addFirst(prompt);
        int tokens = TokenCount.ofText(prompt.substring(0, shared));
        return tokens < MINIMUM ? 0 : tokens / STEP * STEP;
    }

    private static int sharedBeginning(String one, String other) {
        int end = Math.min(one.length(), other.length());
        int at = 0;
        while (at < end && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
