package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.azure.chat.ChatUpstream;

/** The list of upstream adapters; one instance is shared by all exchanges. */
public final class Upstreams {
    private final Upstream chat = new ChatUpstream();

    public Upstream of(UpstreamKind kind) {
        return switch (kind) {
            case CHAT -> chat;
            case RESPONSES, ANTHROPIC -> throw new UnsupportedOperationException(kind.title());
        };
    }
}
