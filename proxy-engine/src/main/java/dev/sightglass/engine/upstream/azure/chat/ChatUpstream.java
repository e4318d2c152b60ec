package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.messages.Answer;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.NotAnAnswer;
import dev.sightglass.engine.upstream.RequestRefused;
import dev.sightglass.engine.upstream.StreamTranslator;
import dev.sightglass.engine.upstream.UpstreamRequest;
import dev.sightglass.engine.upstream.azure.AnswerLog;
import dev.sightglass.engine.upstream.azure.AzureUrls;
import dev.sightglass.engine.upstream.azure.Learnt;
import dev.sightglass.engine.upstream.azure.RequestDraft;
import dev.sightglass.engine.upstream.azure.TranslatedAnswer;
import dev.sightglass.engine.upstream.azure.TranslatingUpstream;
import java.net.URI;
import java.util.Map;

/** Azure's Chat Completions. */
public final class ChatUpstream extends TranslatingUpstream {
    private final ChatRequestTranslator translator = new ChatRequestTranslator();

    /** Chat Completions answers one request. */
    private record Dialect(MessagesRequest request, Map<String, String> names) implements TranslatedAnswer.Dialect {
        @Override
        public Answer whole(byte[] body, AnswerLog log) throws NotAnAnswer {
            return ChatAnswer.of(body, request, names, log);
        }

        @Override
        public StreamTranslator stream(AnswerLog log) {
            return new ChatStreamTranslator(request, names, log);
        }
    }

    @Override
    public UpstreamKind kind() {
        return UpstreamKind.CHAT;
    }

    @Override
    protected URI uri(Deployment deployment) {
        return AzureUrls.chat(deployment);
    }

    @Override
    protected RequestDraft translate(MessagesRequest request, Deployment deployment, Learnt learnt)
            throws RequestRefused {
        return translator.translate(request, deployment, learnt);
    }

    @Override
    public AnswerTranslator answers(MessagesRequest request, UpstreamRequest sent) {
        return new TranslatedAnswer(request.stream(), new Dialect(request, sent.toolNames()));
    }
}
