package dev.sightglass.simulator.responses;

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

/** The Responses API, without state on the server: nothing that was stored can be referred to. */
public final class ResponsesApi implements ModelApi {
    private static final List<ResponsesRule> RULES = List.of(
            new ResponsesArguments(),
            new ResponsesInput(),
            new ResponsesTools(),
            new ResponsesModelRules(),
            new ResponsesContextWindow());

    @Override
    public Api api() {
        return Api.RESPONSES;
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
        Field request = Field.root(body);
        RULES.forEach(rule -> rule.check(request, deployment));
    }

    @Override
    public RequestView view(JsonNode body, SimulatedDeployment deployment) {
        return new ResponsesRequestReader(body).read(deployment);
    }

    @Override
    public int promptTokens(JsonNode body) {
        return ResponsesPrompt.tokens(body);
    }

    @Override
    public String cacheText(JsonNode body) {
        return ResponsesPrompt.cacheText(body);
    }

    @Override
    public JsonNode whole(Answer answer) {
        return new ResponseDocument(answer).ended(new ResponsesItems(answer).whole());
    }

    @Override
    public List<StreamStep> stream(Answer answer) {
        return new ResponsesStream(answer).steps();
    }
}
