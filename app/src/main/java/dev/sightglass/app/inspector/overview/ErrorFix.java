package dev.sightglass.app.inspector.overview;

import static dev.sightglass.app.format.Messages.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to do about an error of Azure. Codes come first, then Azure's wording where it gives no code or a general one, then the
 * status. Codes and wordings: error bodies of Azure OpenAI and Foundry, as public reports quote them.
 */
final class ErrorFix {
    private ErrorFix() {}

    static String of(
            int status,
            @Nullable String code,
            @Nullable String inner,
            @Nullable String field,
            @Nullable String message) {
        String known = byCode(Objects.requireNonNullElse(code, ""), inner, field);
        if (known != null) return known;
        String worded = byWords(Objects.requireNonNullElse(message, "").toLowerCase(Locale.ROOT));
        return worded != null ? worded : byStatus(status);
    }

    private static @Nullable String byCode(String code, @Nullable String inner, @Nullable String field) {
        if ("ResponsibleAIPolicyViolation".equals(inner)) return text("hint.api.contentFilter");
        return switch (code) {
            case "DeploymentNotFound" -> text("hint.api.deployment");
            case "content_filter", "ResponsibleAIPolicyViolation" -> text("hint.api.contentFilter");
            case "context_length_exceeded" -> text("hint.api.context");
            case "unsupported_parameter", "unsupported_value", "unknown_parameter" ->
                field == null ? text("hint.api.unsupported") : text("hint.api.unsupportedField", field);
            case "OperationNotSupported" -> text("hint.api.operation");
            case "model_not_found", "ModelNotFound" -> text("hint.api.model");
            case "insufficient_quota", "RateLimitReached", "rate_limit_exceeded", "too_many_requests" ->
                text("hint.api.429");
            case "invalid_api_key", "InvalidAuthenticationToken", "PermissionDenied" -> text("hint.api.401");
            case "string_above_max_length", "array_above_max_length", "invalid_function_parameters" ->
                field == null ? text("hint.api.limit") : text("hint.api.limitField", field);
            default -> null;
        };
    }

    private static @Nullable String byWords(String message) {
        if (says(message, "max_tokens", "max_completion_tokens")) return text("hint.api.tokenField");
        if (says(message, "unrecognized", "argument") || says(message, "extra", "inputs", "not", "permitted"))
            return text("hint.api.unsupported");
        if (says(message, "invalid", "beta") || message.contains("anthropic-beta")) return text("hint.api.beta");
        if (says(message, "api", "version") && !says(message, "key")) return text("hint.api.version");
        if (says(message, "prompt", "long") || says(message, "maximum", "context", "length"))
            return text("hint.api.context");
        return null;
    }

    private static boolean says(String message, String... words) {
        return Arrays.stream(words).allMatch(message::contains);
    }

    static String byStatus(int status) {
        return switch (status) {
            case 401 -> text("hint.api.401");
            case 403 -> text("hint.api.403");
            case 404 -> text("hint.api.404");
            case 408, 504 -> text("hint.api.timeout");
            case 429 -> text("hint.api.429");
            default -> text(status >= 500 ? "hint.api.5xx" : "hint.api.other");
        };
    }
}
