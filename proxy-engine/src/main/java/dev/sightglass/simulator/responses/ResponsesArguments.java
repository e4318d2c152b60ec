package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Set;

/** The top-level arguments: which exist, their types and ranges. */
final class ResponsesArguments implements ResponsesRule {
    private static final Set<String> KNOWN = Set.of(
            "background",
            "conversation",
            "include",
            "input",
            "instructions",
            "max_output_tokens",
            "max_tool_calls",
            "metadata",
            "model",
            "parallel_tool_calls",
            "previous_response_id",
            "prompt",
            "prompt_cache_key",
            "prompt_cache_retention",
            "reasoning",
            "safety_identifier",
            "service_tier",
            "store",
            "stream",
            "stream_options",
            "temperature",
            "text",
            "tool_choice",
            "tools",
            "top_logprobs",
            "top_p",
            "truncation",
            "user");
    private static final List<String> INCLUDABLE = List.of(
            "file_search_call.results",
            "web_search_call.results",
            "web_search_call.action.sources",
            "message.input_image.image_url",
            "computer_call_output.output.image_url",
            "code_interpreter_call.outputs",
            "reasoning.encrypted_content",
            "message.output_text.logprobs");
    private static final int MIN_OUTPUT = 16;
    private static final int MAX_USER = 64;

    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        request.object(KNOWN);
        for (String name : List.of("store", "stream", "background", "parallel_tool_calls")) {
            if (request.at(name).isPresent()) {
                request.at(name).bool();
            }
        }
        if (request.at("instructions").isPresent()) {
            request.at("instructions").string();
        }
        for (String name : List.of("user", "safety_identifier", "prompt_cache_key")) {
            if (request.at(name).isPresent()) {
                request.at(name).string(MAX_USER);
            }
        }
        checkLimits(request, deployment);
        checkInclude(request);
        checkMetadata(request.at("metadata"));
        if (request.at("stream_options").isPresent()) {
            request.at("stream_options").object(Set.of("include_obfuscation"));
        }
        if (request.at("previous_response_id").isPresent()) {
            String id = request.at("previous_response_id").string();
            throw OpenAiErrors.badRequest(
                    "Previous response with id '" + id + "' not found.",
                    "previous_response_id",
                    "previous_response_not_found");
        }
    }

    private static void checkLimits(Field request, SimulatedDeployment deployment) {
        Field limit = request.at("max_output_tokens");
        if (limit.isPresent()) {
            limit.integer(MIN_OUTPUT, deployment.maxOutputTokens());
        }
        if (request.at("temperature").isPresent()) {
            request.at("temperature").decimal(0, 2);
        }
        if (request.at("top_p").isPresent()) {
            request.at("top_p").decimal(0, 1);
        }
    }

    private static void checkInclude(Field request) {
        Field include = request.at("include");
        if (include.isAbsent()) {
            return;
        }
        for (Field value : include.elements()) {
            value.oneOf(INCLUDABLE);
        }
    }

    private static void checkMetadata(Field metadata) {
        if (metadata.isAbsent()) {
            return;
        }
        metadata.object()
                .value()
                .propertyNames()
                .forEach(key -> metadata.at(key).string(512));
    }
}
