package dev.sightglass.engine.routing;

import dev.sightglass.engine.model.ModelFamily;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What answers have taught about deployments, until the process ends. Thread-safe. */
public final class LearntFamilies {
    private final Map<String, ModelFamily> families = new ConcurrentHashMap<>();

    /** An answer of the deployment reported this model. */
    public void reported(String deployment, String model) {
        ModelFamily family = FamilyGuess.of(model);
        // Azure's Responses API has been seen to report the deployment's own name, which teaches nothing.
        if (family != ModelFamily.OTHER && !model.equals(deployment)) families.put(deployment, family);
    }

    Optional<ModelFamily> family(String deployment) {
        return Optional.ofNullable(families.get(deployment));
    }
}
