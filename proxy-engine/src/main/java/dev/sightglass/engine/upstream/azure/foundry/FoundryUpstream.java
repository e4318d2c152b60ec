package dev.sightglass.engine.upstream.azure.foundry;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.Upstream;
import dev.sightglass.engine.upstream.UpstreamRequest;
import dev.sightglass.engine.upstream.azure.AzureUrls;
import dev.sightglass.engine.upstream.azure.Notes;
import java.util.Map;

/** Foundry's own Messages endpoint: bytes pass through unchanged both ways, a copy is read for facts. */
public final class FoundryUpstream implements Upstream {
    @Override
    public UpstreamKind kind() {
        return UpstreamKind.ANTHROPIC;
    }

    @Override
    public UpstreamRequest prepare(MessagesRequest request, RequestHead client, Route route) {
        Notes notes = new Notes(Direction.REQUEST);
        return new UpstreamRequest(
                AzureUrls.messages(route.deployment(), MessagesPath.of(client.uri())),
                PassedHeaders.request(client.headers()),
                body(request, route.deployment().name(), notes),
                notes.list(),
                Map.of());
    }

    @Override
    public AnswerTranslator answers(MessagesRequest request, UpstreamRequest sent) {
        return new FoundryAnswerTranslator();
    }

    private static byte[] body(MessagesRequest request, String deployment, Notes notes) {
        if (request.model().equals(deployment)) return request.raw();
        notes.add(
                Action.REPLACED,
                "model",
                "model",
                "routed to the deployment " + deployment + "; all else is unchanged");
        return ModelName.replaced(request, deployment);
    }
}
