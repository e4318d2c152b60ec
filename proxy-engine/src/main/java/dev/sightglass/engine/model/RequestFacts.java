package dev.sightglass.engine.model;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a client request says of itself, read once for tables and filters.
 *
 * @param endpoint what was asked for
 * @param requestedModel null when the body names none or was not read
 * @param messages number of messages
 * @param tools number of tools offered
 * @param effort {@code output_config.effort}, or null
 * @param title the start of the newest user text, at most 120 characters, for people to recognise a call; or null
 * @param prompt what tells its conversation and turn; null when there are no messages or they were not read
 */
public record RequestFacts(
        Endpoint endpoint,
        String method,
        String path,
        @Nullable String requestedModel,
        boolean stream,
        int messages,
        int tools,
        @Nullable Integer maxTokens,
        @Nullable String effort,
        @Nullable String title,
        @Nullable PromptFacts prompt) {
    /** Without {@link #prompt}. */
    public RequestFacts(
            Endpoint endpoint,
            String method,
            String path,
            @Nullable String requestedModel,
            boolean stream,
            int messages,
            int tools,
            @Nullable Integer maxTokens,
            @Nullable String effort,
            @Nullable String title) {
        this(endpoint, method, path, requestedModel, stream, messages, tools, maxTokens, effort, title, null);
    }

    /** The paths that the proxy knows. */
    public enum Endpoint {
        MESSAGES,
        COUNT_TOKENS,
        MODELS,
        HELLO,
        OTHER
    }

    /** These facts with all that the client wrote freely gone through {@code change}. */
    public RequestFacts map(UnaryOperator<String> change) {
        return new RequestFacts(
                endpoint,
                method,
                change.apply(path),
                requestedModel == null ? null : change.apply(requestedModel),
                stream,
                messages,
                tools,
                maxTokens,
                effort == null ? null : change.apply(effort),
                title == null ? null : change.apply(title),
                prompt);
    }

    /** These facts with other {@link #prompt} facts. */
    public RequestFacts with(PromptFacts other) {
        return new RequestFacts(
                endpoint, method, path, requestedModel, stream, messages, tools, maxTokens, effort, title, other);
    }
}
