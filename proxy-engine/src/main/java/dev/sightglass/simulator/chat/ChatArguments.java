package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Set;

/** The top-level arguments: which exist, their types, ranges and combinations. */
final class ChatArguments implements ChatRule {
    private static final Set<String> KNOWN = Set.of(
            "audio",
            "data_sources",
            "frequency_penalty",
            "function_call",
            "functions",
            "logit_bias",
            "logprobs",
            "max_completion_tokens",
            "max_tokens",
            "messages",
            "metadata",
            "modalities",
            "model",
            "n",
            "parallel_tool_calls",
            "prediction",
            "presence_penalty",
            "prompt_cache_key",
            "prompt_cache_retention",
            "reasoning_effort",
            "response_format",
            "safety_identifier",
            "seed",
            "service_tier",
            "stop",
            "store",
            "stream",
            "stream_options",
            "temperature",
            "tool_choice",
            "tools",
            "top_logprobs",
            "top_p",
            "user",
            "user_security_context",
            "verbosity",
            "web_search_options");
    private static final int MAX_STOPS = 4;
    private static final int MAX_USER = 64;
    private static final int MAX_METADATA_PAIRS = 16;
    private static final int MAX_METADATA_KEY = 64;
    private static final int MAX_METADATA_VALUE = 512;

    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        List<String> unknown = request.value().propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw OpenAiErrors.unknownArguments(unknown);
        }
        checkNumbers(request);
        checkTexts(request);
        checkLimits(request, deployment);
        checkStop(request.at("stop"));
        checkStream(request);
        checkMetadata(request);
    }

    private static void checkNumbers(Field request) {
        decimal(request.at("temperature"), 0, 2);
        decimal(request.at("top_p"), 0, 1);
        decimal(request.at("frequency_penalty"), -2, 2);
        decimal(request.at("presence_penalty"), -2, 2);
        integer(request.at("n"), 1, 128);
        integer(request.at("top_logprobs"), 0, 20);
        integer(request.at("seed"), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static void checkTexts(Field request) {
        for (String name : List.of("user", "safety_identifier", "prompt_cache_key")) {
            Field field = request.at(name);
            if (field.isPresent()) {
                field.string(MAX_USER);
            }
        }
        for (String name : List.of("store", "logprobs", "parallel_tool_calls", "stream")) {
            Field field = request.at(name);
            if (field.isPresent()) {
                field.bool();
            }
        }
        if (request.at("service_tier").isPresent()) {
            request.at("service_tier").oneOf(List.of("auto", "default", "flex", "priority"));
        }
        if (request.at("verbosity").isPresent()) {
            request.at("verbosity").oneOf(List.of("low", "medium", "high"));
        }
    }

    private static void checkLimits(Field request, SimulatedDeployment deployment) {
        if (request.at("max_tokens").isPresent()
                && request.at("max_completion_tokens").isPresent()) {
            throw OpenAiErrors.badRequest(
                    "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
                    "max_tokens",
                    "invalid_parameter_combination");
        }
        for (String name : List.of("max_tokens", "max_completion_tokens")) {
            Field field = request.at(name);
            integer(field, 1, Integer.MAX_VALUE);
            if (field.isPresent() && field.value().asInt() > deployment.maxOutputTokens()) {
                int asked = field.value().asInt();
                throw OpenAiErrors.badRequest(
                        name + " is too large: " + asked + ". This model supports at most "
                                + deployment.maxOutputTokens() + " completion tokens, whereas you provided " + asked
                                + ".",
                        name,
                        "invalid_value");
            }
        }
    }

    private static void checkStop(Field stop) {
        if (stop.isAbsent() || stop.value().isString()) {
            return;
        }
        if (!stop.value().isArray()) {
            throw OpenAiErrors.wrongType("stop", "one of a string or array of strings", stop.value());
        }
        stop.elements(1, MAX_STOPS).forEach(Field::string);
    }

    private static void checkStream(Field request) {
        Field options = request.at("stream_options");
        if (options.isAbsent()) {
            return;
        }
        if (!request.at("stream").value().asBoolean(false)) {
            throw OpenAiErrors.badRequest(
                    "The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options", null);
        }
        options.object(Set.of("include_usage", "include_obfuscation"));
        for (String name : List.of("include_usage", "include_obfuscation")) {
            if (options.at(name).isPresent()) {
                options.at(name).bool();
            }
        }
    }

    private static void checkMetadata(Field request) {
        Field metadata = request.at("metadata");
        if (metadata.isAbsent()) {
            return;
        }
        int pairs = metadata.object().value().size();
        if (pairs > MAX_METADATA_PAIRS) {
            throw OpenAiErrors.badRequest(
                    "Invalid 'metadata': too many properties. Expected an object with at most " + MAX_METADATA_PAIRS
                            + " properties, but got an object with " + pairs + " properties instead.",
                    "metadata",
                    "object_above_max_properties");
        }
        for (String key : metadata.value().propertyNames()) {
            if (key.length() > MAX_METADATA_KEY) {
                throw OpenAiErrors.stringTooLong("metadata", MAX_METADATA_KEY, key.length());
            }
            metadata.at(key).string(MAX_METADATA_VALUE);
        }
        if (!request.at("store").value().asBoolean(false)) {
            throw OpenAiErrors.badRequest(
                    "The 'metadata' parameter is only allowed when 'store' is enabled.", "metadata", null);
        }
    }

    private static void decimal(Field field, int min, int max) {
        if (field.isPresent()) {
            field.decimal(min, max);
        }
    }

    private static void integer(Field field, long min, long max) {
        if (field.isPresent()) {
            field.integer(min, max);
        }
    }
}
