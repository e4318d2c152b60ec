package dev.sightglass.engine.server;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.settings.DeploymentSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ModelRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of models that clients can ask for: the model map's exact names and the deployments. */
final class ModelsReply {
    /** The API's own word for "release date unknown". */
    private static final String UNKNOWN_DATE = "1970-01-01T00:00:00Z";

    private ModelsReply() {}

    /** The list, or one model when {@code id} names it; empty when there is nothing to tell. */
    static Optional<byte[]> of(EngineSettings settings, String id) {
        Set<String> ids = ids(settings);
        if (!id.isEmpty())
            return ids.contains(id) ? Optional.of(model(new JsonOut(), id).toByteArray()) : Optional.empty();
        return ids.isEmpty() ? Optional.empty() : Optional.of(list(List.copyOf(ids)));
    }

    private static Set<String> ids(EngineSettings settings) {
        Set<String> ids = new LinkedHashSet<>();
        String only = settings.azure().deployment();
        if (only != null) ids.add(only);
        settings.deployments().stream().map(DeploymentSettings::name).forEach(ids::add);
        settings.modelMap().stream()
                .filter(rule -> rule.kind() == ModelRule.Kind.EXACT)
                .map(ModelRule::pattern)
                .forEach(ids::add);
        return ids;
    }

    private static byte[] list(List<String> ids) {
        JsonOut out = new JsonOut().beginObject().name("data").beginArray();
        for (String id : ids) model(out, id);
        out.endArray().field("has_more", false);
        field(out, "first_id", ids.getFirst());
        field(out, "last_id", ids.getLast());
        return out.endObject().toByteArray();
    }

    private static JsonOut model(JsonOut out, String id) {
        return out.beginObject()
                .field("type", "model")
                .field("id", id)
                .field("display_name", id)
                .field("created_at", UNKNOWN_DATE)
                .endObject();
    }

    private static void field(JsonOut out, String name, @Nullable String value) {
        if (value != null) out.field(name, value);
    }
}
