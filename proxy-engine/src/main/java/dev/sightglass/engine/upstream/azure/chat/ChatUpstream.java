package dev.sightglass.engine.upstream.azure.chat;

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

/** Azure's Chat Completions. */
public final class ChatUpstream implements Upstream {
    private final ChatRequestTranslator translator = new ChatRequestTranslator();
    private final Experience experience = new Experience();
    private final BodyMender mender = new BodyMender(experience);

    @Override
    public UpstreamKind kind() {
        return UpstreamKind.CHAT;
    }

    @Override
    public UpstreamRequest prepare(MessagesRequest request, RequestHead client, Route route) throws RequestRefused {
        URI uri = AzureUrls.chat(route.deployment());
        String deployment = Experience.key(uri, route.deployment().name());
        ChatRequest chat = translator.translate(request, route.deployment(), experience.of(deployment));
        return new UpstreamRequest(
                uri,
                RequestHeaders.of(request.stream()),
                chat.out().toByteArray(),
                chat.notes().list(),
                ToolNames.changed(chat.tools().tools()));
    }

    @Override
    public AnswerTranslator answers(MessagesRequest request, UpstreamRequest sent) {
        return new ChatAnswerTranslator(request, sent.toolNames());
    }

    @Override
    public Optional<UpstreamRequest> mend(
            MessagesRequest request, UpstreamRequest sent, ResponseHead head, byte[] body) {
        return mender.mend(sent, head, body);
    }
}
