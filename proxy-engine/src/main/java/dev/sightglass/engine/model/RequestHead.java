package dev.sightglass.engine.model;

/**
 * A request without its body.
 *
 * @param method HTTP method in capitals
 * @param uri path and query exactly as sent, still encoded; on the upstream side the whole URL
 */
public record RequestHead(String method, String uri, Headers headers) {}
