package dev.sightglass.engine.upstream.azure;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Azure's refusals have told of one deployment.
 *
 * @param maxOutputTokens the cap of output tokens, or null
 * @param tokenLimit the name of the limit that it takes, or null
 * @param refused parameters that it does not take
 */
public record Learnt(
        @Nullable Integer maxOutputTokens, @Nullable String tokenLimit, Set<String> refused) {
    public static final Learnt NOTHING = new Learnt(null, null, Set.of());

    public Learnt {
        refused = Set.copyOf(refused);
    }

    public boolean takes(String parameter) {
        return !refused.contains(parameter);
    }

    Learnt withCap(int cap) {
        return new Learnt(cap, tokenLimit, refused);
    }

    Learnt withTokenLimit(String name) {
        return new Learnt(maxOutputTokens, name, refused);
    }

    Learnt without(String parameter) {
        Set<String> more = new HashSet<>(refused);
        more.add(parameter);
        return new Learnt(maxOutputTokens, tokenLimit, more);
    }
}
