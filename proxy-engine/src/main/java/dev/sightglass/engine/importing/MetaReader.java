package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.model.Usage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads {@code ai.meta} and {@code ai.usage}, which stand in a record of Kong's as well as in our own. */
final class MetaReader {
    private final @Nullable String mode;
    private final @Nullable String requestModel;
    private final @Nullable String responseModel;
    private final @Nullable String instance;
    private final @Nullable String deployment;
    private final @Nullable String apiVersion;
    private final Node usage;

    MetaReader(Node meta, Node usage) throws MalformedJson {
        this.mode = meta.text("request_mode");
        this.requestModel = meta.text("request_model");
        this.responseModel = meta.text("response_model");
        this.instance = meta.text("azure_instance_id");
        this.deployment = meta.text("azure_deployment_id");
        this.apiVersion = meta.text("azure_api_version");
        this.usage = usage;
    }

    boolean stream() {
        return "stream".equals(mode);
    }

    @Nullable
    String requestModel() {
        return requestModel;
    }

    @Nullable
    String responseModel() {
        return responseModel;
    }

    @Nullable
    Route route(Node own) throws MalformedJson {
        String name = own.text("deployment", deployment == null ? "" : deployment);
        if (name.isEmpty()) return null;
        Deployment to = new Deployment(
                name,
                upstream(own.text("upstream")),
                own.text("endpoint", instance == null ? "" : "https://" + instance + ".openai.azure.com"),
                instance,
                own.text("api_version", apiVersion == null ? "" : apiVersion),
                own.word("family", ModelFamily.class, ModelFamily.OTHER),
                own.integer("max_output_tokens"));
        String requested = own.text("requested_model", requestModel == null ? "" : requestModel);
        return new Route(requested, to, own.text("reason", ""));
    }

    private static UpstreamKind upstream(@Nullable String option) {
        return Arrays.stream(UpstreamKind.values())
                .filter(kind -> kind.option().equals(option))
                .findFirst()
                .orElse(UpstreamKind.CHAT);
    }

    /** @param ours whether the record is our own: then no usage means none was known */
    @Nullable
    Usage usage(Node own, boolean ours) throws MalformedJson {
        if (own.present()) return ownUsage(own);
        return ours ? null : kongUsage();
    }

    private static Usage ownUsage(Node own) throws MalformedJson {
        return new Usage(
                own.word("source", Usage.Source.class, Usage.Source.ESTIMATED),
                own.number("input_tokens"),
                own.number("cache_read_input_tokens"),
                own.number("cache_creation_input_tokens"),
                own.number("cache_creation_1h_input_tokens"),
                own.number("output_tokens"),
                own.number("reasoning_tokens"),
                own.number("audio_input_tokens"),
                own.number("audio_output_tokens"),
                own.number("accepted_prediction_tokens"),
                own.number("rejected_prediction_tokens"));
    }

    /** Kong counts cached tokens inside the prompt, as OpenAI does. */
    private @Nullable Usage kongUsage() throws MalformedJson {
        Long prompt = usage.number("prompt_tokens");
        Long completion = usage.number("completion_tokens");
        if (prompt == null && completion == null) return null;
        Node input = usage.object("prompt_tokens_details");
        Node output = usage.object("completion_tokens_details");
        Long cached = input.number("cached_tokens");
        Long fresh = prompt == null || cached == null ? prompt : (Long) Math.max(0, prompt - cached);
        return new Usage(
                Usage.Source.REPORTED,
                fresh,
                cached,
                null,
                null,
                completion,
                output.number("reasoning_tokens"),
                input.number("audio_tokens"),
                output.number("audio_tokens"),
                output.number("accepted_prediction_tokens"),
                output.number("rejected_prediction_tokens"));
    }
}
