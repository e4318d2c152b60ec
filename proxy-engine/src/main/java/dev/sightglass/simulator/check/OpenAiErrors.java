package dev.sightglass.simulator.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The refusals of Chat Completions and Responses: {@code {"error":{"message","type","param","code"}}}, worded as Azure does. */
public final class OpenAiErrors {
    private static final String INVALID_REQUEST = "invalid_request_error";

    private OpenAiErrors() {}

    /** A body in the one shape that all these errors share. */
    public static ObjectNode body(
            String message, @Nullable String type, @Nullable String param, @Nullable String code) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return body;
    }

    public static RequestRefused badRequest(String message, @Nullable String param, @Nullable String code) {
        return new RequestRefused(new Refusal(400, message, body(message, INVALID_REQUEST, param, code)));
    }

    public static RequestRefused unreadableBody() {
        return badRequest(
                "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library "
                        + "correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)",
                null,
                null);
    }

    public static RequestRefused unknownArguments(List<String> names) {
        String plural = names.size() == 1 ? "" : "s";
        return badRequest(
                "Unrecognized request argument" + plural + " supplied: " + String.join(", ", names), null, null);
    }

    public static RequestRefused unknownParameter(String path) {
        return badRequest("Unknown parameter: '" + path + "'.", path, "unknown_parameter");
    }

    public static RequestRefused missing(String path) {
        return badRequest("Missing required parameter: '" + path + "'.", path, "missing_required_parameter");
    }

    public static RequestRefused wrongType(String path, String expected, JsonNode got) {
        String problem = got.isMissingNode() || got.isNull() ? "null" : JsonTypes.withArticle(got);
        return badRequest(
                "Invalid type for '" + path + "': expected " + expected + ", but got " + problem + " instead.",
                path,
                "invalid_type");
    }

    public static RequestRefused unsupportedParameter(String name) {
        return badRequest(
                "Unsupported parameter: '" + name + "' is not supported with this model.",
                name,
                "unsupported_parameter");
    }

    public static RequestRefused unsupportedValue(String name, String value, String rest) {
        return badRequest(
                "Unsupported value: '" + name + "' does not support " + value + " with this model. " + rest,
                name,
                "unsupported_value");
    }

    public static RequestRefused invalidValue(String path, String value, List<String> supported) {
        return badRequest(
                "Invalid value: '" + value + "'. Supported values are: " + Words.quotedList(supported) + ".",
                path,
                "invalid_value");
    }

    public static RequestRefused stringTooLong(String path, int limit, int length) {
        return badRequest(
                "Invalid '" + path + "': string too long. Expected a string with maximum length " + limit
                        + ", but got a string with length " + length + " instead.",
                path,
                "string_above_max_length");
    }

    public static RequestRefused emptyString(String path) {
        return badRequest(
                "Invalid '" + path
                        + "': empty string. Expected a string with minimum length 1, but got an empty string instead.",
                path,
                "empty_string");
    }

    public static RequestRefused patternMismatch(String path, String pattern) {
        return badRequest(
                "Invalid '" + path + "': string does not match pattern. Expected a string that matches the pattern '"
                        + pattern + "'.",
                path,
                "invalid_value");
    }

    public static RequestRefused arrayTooLong(String path, int limit, int length) {
        return badRequest(
                "Invalid '" + path + "': array too long. Expected an array with maximum length " + limit
                        + ", but got an array with length " + length + " instead.",
                path,
                "array_above_max_length");
    }

    public static RequestRefused emptyArray(String path) {
        return badRequest(
                "Invalid '" + path
                        + "': empty array. Expected an array with minimum length 1, but got an empty array instead.",
                path,
                "empty_array");
    }

    public static RequestRefused outOfRange(String path, String kind, String bound, String limit, String got) {
        String sign = bound.equals("above") ? "<=" : ">=";
        String extreme = bound.equals("above") ? "maximum" : "minimum";
        return badRequest(
                "Invalid '" + path + "': " + kind + " " + bound + " " + extreme + " value. Expected a value " + sign
                        + " " + limit + ", but got " + got + " instead.",
                path,
                kind + "_" + bound + "_" + extreme.substring(0, 3) + "_value");
    }
}
