package dev.sightglass.engine.server;

import dev.sightglass.engine.model.RequestFacts;

/**
 * What a request asks for, whatever stands before it in the path.
 *
 * @param path without the query, as sent
 * @param kind what the proxy does about it
 */
record Target(String path, Kind kind) {
    /** What the proxy does about a request. */
    enum Kind {
        MESSAGES,
        COUNT_TOKENS,
        MODELS,
        HELLO,
        /** Clients' own bookkeeping: taken and dropped. */
        EVENTS,
        UNKNOWN_PATH,
        WRONG_METHOD
    }

    private static final String MESSAGES = "/v1/messages";
    private static final String COUNT_TOKENS = "/v1/messages/count_tokens";
    private static final String MODELS = "/v1/models";

    static Target of(String method, String path) {
        return new Target(path, kind(method, path));
    }

    RequestFacts.Endpoint endpoint() {
        return switch (kind) {
            case MESSAGES -> RequestFacts.Endpoint.MESSAGES;
            case COUNT_TOKENS -> RequestFacts.Endpoint.COUNT_TOKENS;
            case MODELS -> RequestFacts.Endpoint.MODELS;
            case HELLO -> RequestFacts.Endpoint.HELLO;
            case EVENTS, UNKNOWN_PATH, WRONG_METHOD -> RequestFacts.Endpoint.OTHER;
        };
    }

    /** The model in {@code .../v1/models/ID}, or an empty text for the whole list. */
    String modelId() {
        int at = path.lastIndexOf(MODELS) + MODELS.length();
        return at < path.length() ? path.substring(at + 1) : "";
    }

    private static Kind kind(String method, String path) {
        boolean post = method.equals("POST");
        boolean get = method.equals("GET") || method.equals("HEAD");
        if (path.endsWith(MESSAGES)) return post ? Kind.MESSAGES : Kind.WRONG_METHOD;
        if (path.endsWith(COUNT_TOKENS)) return post ? Kind.COUNT_TOKENS : Kind.WRONG_METHOD;
        if (path.endsWith(MODELS) || path.contains(MODELS + "/")) return get ? Kind.MODELS : Kind.WRONG_METHOD;
        if (path.endsWith("/api/hello")) return get ? Kind.HELLO : Kind.WRONG_METHOD;
        if (path.contains("/api/event_logging/")) return post ? Kind.EVENTS : Kind.WRONG_METHOD;
        // Clients probe the base URL itself at start.
        if (method.equals("HEAD")) return Kind.HELLO;
        return Kind.UNKNOWN_PATH;
    }
}
