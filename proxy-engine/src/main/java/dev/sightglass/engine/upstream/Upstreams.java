package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.azure.chat.ChatUpstream;
import dev.sightglass.engine.upstream.azure.foundry.FoundryUpstream;
import dev.sightglass.engine.upstream.azure.responses.ResponsesUpstream;

/** The list of upstream adapters; one instance is shared by all exchanges. */
public final class Upstreams {
    private final Upstream chat = new ChatUpstream();
    private final Upstream responses = new ResponsesUpstream();
    private final Upstream foundry = new FoundryUpstream();

    public Upstream of(UpstreamKind kind) {
        return switch (kind) {
            case CHAT -> chat;
            case ANTHROPIC -> foundry;
            case RESPONSES -> responses;
        };
    }
}
