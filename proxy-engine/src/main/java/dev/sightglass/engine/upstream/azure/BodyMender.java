package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.upstream.UpstreamRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mends a request that Azure refused for a parameter it does not take, where the answer is worth more than the parameter:
 * the token limit under its other name, an output cap named in the refusal, settings that only tune. What is learnt is kept
 * for the deployment's next requests.
 */
public final class BodyMender {
    private static final Pattern CAP = Pattern.compile(
            "at most (\\d{1,9})|<= (\\d{1,9})|less than or equal to (\\d{1,9})|maximum[^0-9]{1,40}(\\d{1,9})");
    private static final Set<String> LIMITS = Set.of("max_tokens", "max_completion_tokens", "max_output_tokens");
    private static final Set<String> HARMLESS = Set.of(
            "temperature",
            "top_p",
            "stop",
            "parallel_tool_calls",
            "reasoning_effort",
            "reasoning",
            "stream_options",
            "prompt_cache_key");
    private static final Set<String> CODES =
            Set.of("unsupported_parameter", "unsupported_value", "invalid_value", "integer_above_max_value");
    private static final int MAX_DESCRIPTION = 1024;

    private final Experience experience;

    public BodyMender(Experience experience) {
        this.experience = experience;
    }

    /** The request to send instead, or empty when the refusal stands. */
    public Optional<UpstreamRequest> mend(UpstreamRequest sent, ResponseHead head, byte[] refusal) {
        if (head.status() != 400) return Optional.empty();
        AzureError error = AzureError.of(400, refusal);
        try {
            if (!(Json.tree(sent.body()) instanceof ObjectNode body)) return Optional.empty();
            String deployment = Experience.key(sent.uri(), body.path("model").asString(""));
            Notes notes = new Notes(Direction.REQUEST);
            if (!mend(body, error, deployment, notes)) return Optional.empty();
            List<TranslationNote> all = new ArrayList<>(sent.notes());
            all.addAll(notes.list());
            return Optional.of(
                    new UpstreamRequest(sent.uri(), sent.headers(), Json.writeBytes(body), all, sent.toolNames()));
        } catch (MalformedJson _) {
            return Optional.empty(); // a body with numbers beyond reason is not rewritten
        }
    }

    private boolean mend(ObjectNode body, AzureError error, String deployment, Notes notes) {
        String parameter = parameter(error);
        if (LIMITS.contains(parameter))
            return swapLimit(body, parameter, error, deployment, notes)
                    || cap(body, limitSent(body, parameter), error, deployment, notes);
        if ("string_above_max_length".equals(error.code()) && parameter.contains("description"))
            return shortenDescriptions(body, notes);
        if ("invalid_encrypted_content".equals(error.code())) return dropReasoning(body, notes);
        if (parameter.equals("reasoning_effort") && error.message().contains("unction tools"))
            return effortNone(body, notes);
        if (!CODES.contains(String.valueOf(error.code()))
                && !error.message().startsWith("Unrecognized request argument")) return false;
        return drop(body, parameter, deployment, notes);
    }

    /** What Azure names, or what its words name where it leaves the field out. */
    private static String parameter(AzureError error) {
        if (error.param() != null) return error.param();
        Matcher quoted = Pattern.compile("'([a-z_.]+)'|supplied: ([a-z_]+)").matcher(error.message());
        if (quoted.find()) return String.valueOf(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
        return error.message().contains("max_tokens") ? "max_tokens" : "";
    }

    private boolean swapLimit(ObjectNode body, String parameter, AzureError error, String deployment, Notes notes) {
        boolean unsupported =
                "unsupported_parameter".equals(error.code()) || error.message().contains("Unrecognized");
        if (!unsupported || parameter.equals("max_output_tokens")) return false;
        String other = parameter.equals("max_tokens") ? "max_completion_tokens" : "max_tokens";
        JsonNode limit = body.remove(parameter);
        if (limit == null) return false;
        body.set(other, limit);
        experience.learn(deployment, learnt -> learnt.withTokenLimit(other));
        notes.add(Action.RENAMED, "max_tokens", other, "the deployment refused " + parameter);
        return true;
    }

    /** Azure may name the limit otherwise than the request did. */
    private static String limitSent(ObjectNode body, String named) {
        return body.has(named)
                ? named
                : LIMITS.stream().filter(body::has).findFirst().orElse(named);
    }

    private boolean cap(ObjectNode body, String parameter, AzureError error, String deployment, Notes notes) {
        Matcher found = CAP.matcher(error.message());
        if (!found.find() || !body.has(parameter)) return false;
        int cap = 0;
        for (int group = 1; group <= found.groupCount(); group++)
            if (found.group(group) != null) cap = Integer.parseInt(found.group(group));
        if (cap < 1 || cap >= body.path(parameter).asInt(0)) return false;
        int learntCap = cap;
        body.put(parameter, cap);
        experience.learn(deployment, learnt -> learnt.withCap(learntCap));
        notes.add(Action.CLAMPED, "max_tokens", parameter, "the deployment takes at most " + cap + ", as it said");
        return true;
    }

    private boolean drop(ObjectNode body, String parameter, String deployment, Notes notes) {
        if (parameter.equals("reasoning.summary") && body.get("reasoning") instanceof ObjectNode reasoning) {
            if (reasoning.remove("summary") == null) return false;
        } else {
            String top = parameter.indexOf('.') < 0 ? parameter : parameter.substring(0, parameter.indexOf('.'));
            if (!HARMLESS.contains(top) || body.remove(top) == null) return false;
            experience.learn(deployment, learnt -> learnt.without(top));
        }
        experience.learn(deployment, learnt -> learnt.without(parameter));
        notes.dropped(parameter, "the deployment refused it");
        return true;
    }

    /** Reasoning made by another resource cannot be read by this one. */
    private static boolean dropReasoning(ObjectNode body, Notes notes) {
        if (!(body.get("input") instanceof ArrayNode input)) return false;
        int before = input.size();
        input.removeIf(item -> item.path("type").asString("").equals("reasoning"));
        if (input.size() == before) return false;
        notes.dropped("messages.thinking", "the deployment cannot read the encrypted reasoning of another one");
        return true;
    }

    private static boolean effortNone(ObjectNode body, Notes notes) {
        if (body.path("reasoning_effort").asString("").equals("none")) return false;
        body.put("reasoning_effort", "none");
        notes.add(
                Action.REPLACED,
                "output_config.effort",
                "reasoning_effort",
                "the deployment takes no effort beside tools; the Responses API would");
        return true;
    }

    private static boolean shortenDescriptions(ObjectNode body, Notes notes) {
        boolean changed = false;
        for (int i = 0; i < body.path("tools").size(); i++) {
            JsonNode tool = body.path("tools").get(i);
            if (!((tool.has("function") ? tool.get("function") : tool) instanceof ObjectNode definition)) continue;
            String description = definition.path("description").asString("");
            if (description.length() <= MAX_DESCRIPTION) continue;
            definition.put("description", description.substring(0, MAX_DESCRIPTION));
            notes.add(Action.SHORTENED, "tools[" + i + "].description", null, "the deployment takes 1024 characters");
            changed = true;
        }
        return changed;
    }
}
