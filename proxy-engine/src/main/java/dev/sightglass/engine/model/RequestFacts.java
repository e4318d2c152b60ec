package dev.sightglass.engine.model;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a client request says of itself, read once for tables and filters.
 *
 * @param setup what the requests of a conversation have in common
 * @param messages number of messages
 * @param title the start of the newest user text, at most 120 characters, for people to recognise a call; or null
 * @param prompt what tells its conversation and turn; null when there are no messages or they were not read
 */
public record RequestFacts(
        Setup setup,
        int messages,
        @Nullable String title,
        @Nullable PromptFacts prompt) {
    /**
     * What seldom changes from one request of a client to the next.
     *
     * @param endpoint what was asked for
     * @param requestedModel null when the body names none or was not read
     * @param tools number of tools offered
     * @param effort {@code output_config.effort}, or null
     */
    public record Setup(
            Endpoint endpoint,
            String method,
            String path,
            @Nullable String requestedModel,
            boolean stream,
            int tools,
            @Nullable Integer maxTokens,
            @Nullable String effort) {}

    /** The paths that the proxy knows. */
    public enum Endpoint {
        MESSAGES,
        COUNT_TOKENS,
        MODELS,
        HELLO,
        OTHER;

        /** Whether its requests hold messages. */
        public boolean takesMessages() {
            return this == MESSAGES || this == COUNT_TOKENS;
        }
    }

    /** From the single facts. */
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
            @Nullable String title,
            @Nullable PromptFacts prompt) {
        this(
                new Setup(endpoint, method, path, requestedModel, stream, tools, maxTokens, effort),
                messages,
                title,
                prompt);
    }

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

    public Endpoint endpoint() {
        return setup.endpoint;
    }

    public String method() {
        return setup.method;
    }

    public String path() {
        return setup.path;
    }

    public @Nullable String requestedModel() {
        return setup.requestedModel;
    }

    public boolean stream() {
        return setup.stream;
    }

    public int tools() {
        return setup.tools;
    }

    public @Nullable Integer maxTokens() {
        return setup.maxTokens;
    }

    public @Nullable String effort() {
        return setup.effort;
    }

    /** These facts with all that the client wrote freely gone through {@code change}. */
    public RequestFacts map(UnaryOperator<String> change) {
        return new RequestFacts(
                endpoint(),
                method(),
                change.apply(path()),
                mapped(requestedModel(), change),
                stream(),
                messages,
                tools(),
                maxTokens(),
                mapped(effort(), change),
                mapped(title, change),
                prompt);
    }

    private static @Nullable String mapped(@Nullable String text, UnaryOperator<String> change) {
        return text == null ? null : change.apply(text);
    }

    /** These facts with other {@link #prompt} facts. */
    public RequestFacts with(PromptFacts other) {
        return new RequestFacts(setup, messages, title, other);
    }
}
