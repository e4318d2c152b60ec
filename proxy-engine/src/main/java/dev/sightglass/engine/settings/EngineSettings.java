package dev.sightglass.engine.settings;

import java.util.List;
import java.util.Optional;

/** Everything that the engine is told. Immutable; {@link #problems} says whether it can work. */
public record EngineSettings(
        ListenSettings listen,
        AzureSettings azure,
        List<DeploymentSettings> deployments,
        List<ModelRule> modelMap,
        Limits limits,
        CaptureSettings capture) {
    public static final EngineSettings DEFAULT = new EngineSettings(
            ListenSettings.DEFAULT,
            AzureSettings.DEFAULT,
            List.of(),
            List.of(),
            Limits.DEFAULT,
            CaptureSettings.DEFAULT);

    public EngineSettings {
        deployments = List.copyOf(deployments);
        modelMap = List.copyOf(modelMap);
    }

    /** What is wrong; empty when all is well. Nothing of it keeps the proxy from starting but a bad listen address. */
    public List<Problem> problems() {
        return SettingsCheck.problems(this);
    }

    /** What is known of the deployment of that name. */
    public Optional<DeploymentSettings> deployment(String name) {
        return deployments.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** These settings as the proxy runs with them: where other machines can connect there is a token, as before if there was one. */
    public EngineSettings guarded(EngineSettings before) {
        return with(listen.guarded(before.listen().token()));
    }

    public EngineSettings with(ListenSettings other) {
        return new EngineSettings(other, azure, deployments, modelMap, limits, capture);
    }

    public EngineSettings with(AzureSettings other) {
        return new EngineSettings(listen, other, deployments, modelMap, limits, capture);
    }

    public EngineSettings withDeployments(List<DeploymentSettings> other) {
        return new EngineSettings(listen, azure, other, modelMap, limits, capture);
    }

    public EngineSettings withModelMap(List<ModelRule> other) {
        return new EngineSettings(listen, azure, deployments, other, limits, capture);
    }

    public EngineSettings with(Limits other) {
        return new EngineSettings(listen, azure, deployments, modelMap, other, capture);
    }

    public EngineSettings with(CaptureSettings other) {
        return new EngineSettings(listen, azure, deployments, modelMap, limits, other);
    }
}
