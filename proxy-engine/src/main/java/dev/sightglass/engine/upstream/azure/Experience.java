package dev.sightglass.engine.upstream.azure;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * What has been learnt of each deployment, so that a refusal is met once and not with each request. Safe for many threads;
 * forgotten when the engine ends.
 */
public final class Experience {
    private final Map<String, Learnt> byDeployment = new ConcurrentHashMap<>();

    /** Names a deployment by what every request to it shows. */
    public static String key(URI uri, String deployment) {
        return uri + " " + deployment;
    }

    public Learnt of(String deployment) {
        return byDeployment.getOrDefault(deployment, Learnt.NOTHING);
    }

    void learn(String deployment, UnaryOperator<Learnt> lesson) {
        byDeployment.compute(deployment, (_, known) -> lesson.apply(known == null ? Learnt.NOTHING : known));
    }
}
