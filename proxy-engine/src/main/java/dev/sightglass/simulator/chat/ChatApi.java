package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.answer.RequestView;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.api.ModelApi;
import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import dev.sightglass.simulator.stream.StreamStep;
import dev.sightglass.simulator.wire.RequestHead;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Chat Completions, classic path and v1 alike. */
public final class ChatApi implements ModelApi {
    private final ChatValidator validator = new ChatValidator();

    @Override
    public Api api() {
        return Api.CHAT_COMPLETIONS;
    }

    @Override
    public RequestRefused unreadableBody() {
        return OpenAiErrors.unreadableBody();
    }

    @Override
    public String deploymentName(JsonNode body) {
        return Field.root(body).at("model").required().string();
    }

    @Override
    public void check(RequestHead head, JsonNode body, SimulatedDeployment deployment, boolean counting) {
        validator.check(body, deployment);
    }

    @Override
    public RequestView view(JsonNode body, SimulatedDeployment deployment) {
        return new ChatRequestReader(body).read(deployment);
    }

    @Override
    public int promptTokens(JsonNode body) {
        return ChatPrompt.messageTokens(body) + ChatPrompt.toolTokens(body);
    }

    @Override
    public String cacheText(JsonNode body) {
        return ChatPrompt.cacheText(body);
    }

    @Override
    public JsonNode whole(Answer answer) {
        return ChatWholeAnswer.of(answer);
    }

    @Override
    public List<StreamStep> stream(Answer answer) {
        return new ChatStream(answer).steps();
    }
}
