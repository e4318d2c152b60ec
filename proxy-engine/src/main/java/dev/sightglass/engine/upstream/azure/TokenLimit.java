package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.TranslationNote.Action;
import org.jspecify.annotations.Nullable;

/** How many output tokens to ask for. */
public final class TokenLimit {
    private TokenLimit() {}

    /** The client's wish within the deployment's cap; null when it has none. */
    public static @Nullable Integer of(
            @Nullable Integer wished, Deployment deployment, Learnt learnt, String target, Notes notes) {
        if (wished == null) return null;
        int cap = Integer.MAX_VALUE;
        if (deployment.maxOutputTokens() != null) cap = deployment.maxOutputTokens();
        if (learnt.maxOutputTokens() != null) cap = Math.min(cap, learnt.maxOutputTokens());
        if (wished <= cap) return wished;
        notes.add(
                Action.CLAMPED,
                "max_tokens",
                target,
                wished + " is more than the deployment " + deployment.name() + " takes; sent as " + cap);
        return cap;
    }
}
