package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.answer.RequestView;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.api.ModelApi;
import dev.sightglass.simulator.check.MessagesErrors;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import dev.sightglass.simulator.stream.StreamStep;
import dev.sightglass.simulator.wire.RequestHead;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The Messages API of the Foundry endpoint, with its count of tokens. */
public final class MessagesApi implements ModelApi {
    private static final List<MessagesRule> RULES = List.of(
            new MessagesArguments(),
            new MessagesContent(),
            new MessagesTools(),
            new MessagesToolOrder(),
            new MessagesContextWindow());

    @Override
    public Api api() {
        return Api.MESSAGES;
    }

    @Override
    public RequestRefused unreadableBody() {
        return MessagesErrors.badRequest("The request body is not valid JSON");
    }

    @Override
    public String deploymentName(JsonNode body) {
        return Node.root(body).at("model").required().string();
    }

    @Override
    public void check(RequestHead head, JsonNode body, SimulatedDeployment deployment, boolean counting) {
        MessagesCall call = MessagesCall.of(head, body, counting);
        RULES.forEach(rule -> rule.check(call, deployment));
    }

    @Override
    public RequestView view(JsonNode body, SimulatedDeployment deployment) {
        return new MessagesRequestReader(body).read(deployment);
    }

    @Override
    public int promptTokens(JsonNode body) {
        return MessagesPrompt.tokens(body);
    }

    @Override
    public String cacheText(JsonNode body) {
        return MessagesPrompt.cacheText(body);
    }

    @Override
    public JsonNode whole(Answer answer) {
        return MessageDocument.whole(answer);
    }

    @Override
    public List<StreamStep> stream(Answer answer) {
        return new MessagesStream(answer).steps();
    }
}
