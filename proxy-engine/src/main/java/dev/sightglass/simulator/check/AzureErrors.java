package dev.sightglass.simulator.check;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The errors of Azure itself, in front of the model: credentials, deployments, limits, content filter. */
public final class AzureErrors {
    private AzureErrors() {}

    /** {@code {"error":{"code","message"}}}. */
    public static ObjectNode body(String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", message);
        return body;
    }

    public static ObjectNode wrongKey() {
        return body(
                "401",
                "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an "
                        + "active subscription and use a correct regional API endpoint for your resource.");
    }

    /** The older form, which token authentication answers with. */
    public static ObjectNode wrongToken() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return body.put("statusCode", 401)
                .put(
                        "message",
                        "Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.");
    }

    public static ObjectNode deploymentNotFound() {
        return body(
                "DeploymentNotFound",
                "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, "
                        + "please wait a moment and try again.");
    }

    public static ObjectNode resourceNotFound() {
        return body("404", "Resource not found");
    }

    public static ObjectNode operationNotSupported(String operation, String model) {
        return body(
                "OperationNotSupported",
                "The " + operation + " operation does not work with the specified model, " + model
                        + ". Please choose different model and try again. You can learn more about which models can be used with "
                        + "each operation here: https://go.microsoft.com/fwlink/?linkid=2197993.");
    }

    public static ObjectNode rateLimit(long seconds) {
        return body(
                "RateLimitReached",
                "Your requests have exceeded the token rate limit of your current pricing tier. Please retry after "
                        + seconds
                        + " seconds. To increase your default rate limit, visit: https://aka.ms/oai/quotaincrease.");
    }

    public static ObjectNode promptFiltered() {
        String message =
                "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. "
                        + "Please modify your prompt and retry. To learn more about our content filtering policies please read our "
                        + "documentation: https://go.microsoft.com/fwlink/?linkid=2198766";
        ObjectNode body = OpenAiErrors.body(message, null, "prompt", "content_filter");
        ObjectNode error = (ObjectNode) body.path("error");
        error.put("status", 400);
        ObjectNode inner = error.putObject("innererror").put("code", "ResponsibleAIPolicyViolation");
        inner.set("content_filter_result", ContentFilterVerdicts.blocked());
        return body;
    }
}
