package dev.sightglass.engine.model;

import org.jspecify.annotations.Nullable;

/** One side of an exchange: a request and, once it has come, its response. */
public record Leg(
        RequestHead request, Body requestBody, @Nullable ResponseHead response, Body responseBody) {}
