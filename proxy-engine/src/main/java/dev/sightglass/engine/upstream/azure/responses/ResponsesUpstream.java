package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.RequestRefused;
import dev.sightglass.engine.upstream.Upstream;
import dev.sightglass.engine.upstream.UpstreamRequest;
import dev.sightglass.engine.upstream.azure.AzureUrls;
import dev.sightglass.engine.upstream.azure.BodyMender;
import dev.sightglass.engine.upstream.azure.Experience;
import dev.sightglass.engine.upstream.azure.RequestHeaders;
import dev.sightglass.engine.upstream.azure.ToolNames;
import java.net.URI;
import java.util.Optional;

/** Azure's Responses API. */
public final class ResponsesUpstream implements Upstream {
    private final ResponsesRequestTranslator translator = new ResponsesRequestTranslator();
    private final Experience experience = new Experience();
    private final BodyMender mender = new BodyMender(experience);

    @Override
    public UpstreamKind kind() {
        return UpstreamKind.RESPONSES;
    }

    @Override
    public UpstreamRequest prepare(MessagesRequest request, RequestHead client, Route route) throws RequestRefused {
        URI uri = AzureUrls.responses(route.deployment());
        String deployment = Experience.key(uri, route.deployment().name());
        ResponsesRequest responses = translator.translate(request, route.deployment(), experience.of(deployment));
        return new UpstreamRequest(
                uri,
                RequestHeaders.of(request.stream()),
                responses.out().toByteArray(),
                responses.notes().list(),
                ToolNames.changed(responses.tools().tools()));
    }

    @Override
    public AnswerTranslator answers(MessagesRequest request, UpstreamRequest sent) {
        return new ResponsesAnswerTranslator(request, sent.toolNames());
    }

    @Override
    public Optional<UpstreamRequest> mend(
            MessagesRequest request, UpstreamRequest sent, ResponseHead head, byte[] body) {
        return mender.mend(sent, head, body);
    }
}
