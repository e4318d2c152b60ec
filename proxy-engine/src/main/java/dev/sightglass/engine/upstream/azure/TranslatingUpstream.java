package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.upstream.RequestRefused;
import dev.sightglass.engine.upstream.Upstream;
import dev.sightglass.engine.upstream.UpstreamRequest;
import java.net.URI;
import java.util.Optional;

/** An API of Azure that does not speak the Messages API; it learns what each deployment refuses. */
public abstract class TranslatingUpstream implements Upstream {
    private final Experience experience = new Experience();
    private final BodyMender mender = new BodyMender(experience);

    /** Where requests for the deployment go. */
    protected abstract URI uri(Deployment deployment);

    /** The request as this API wants it, finished. */
    protected abstract RequestDraft translate(MessagesRequest request, Deployment deployment, Learnt learnt)
            throws RequestRefused;

    @Override
    public final UpstreamRequest prepare(MessagesRequest request, RequestHead client, Route route)
            throws RequestRefused {
        URI uri = uri(route.deployment());
        String deployment = Experience.key(uri, route.deployment().name());
        RequestDraft draft = translate(request, route.deployment(), experience.of(deployment));
        return new UpstreamRequest(
                uri,
                RequestHeaders.of(request.stream()),
                draft.out().toByteArray(),
                draft.notes().list(),
                ToolNames.changed(draft.tools().tools()));
    }

    @Override
    public final Optional<UpstreamRequest> mend(
            MessagesRequest request, UpstreamRequest sent, ResponseHead head, byte[] body) {
        return mender.mend(sent, head, body);
    }
}
