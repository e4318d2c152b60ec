package dev.sightglass.engine.routing;

import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.AzureEndpoint;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.DeploymentSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ModelRule;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a requested model goes: by the model map's exact rules, its longest prefix, a deployment of the model's
 * name, the map's default, the one deployment that is set, and at last by taking the model for the deployment. Thread-safe.
 */
public final class Router {
    private final EngineSettings settings;
    private final LearntFamilies learnt;

    public Router(EngineSettings settings, LearntFamilies learnt) {
        this.settings = settings;
        this.learnt = learnt;
    }

    /** @throws NoRoute when no endpoint is known for it */
    public Route route(String model) throws NoRoute {
        Choice choice = choose(model);
        return new Route(model, deployment(choice.deployment()), choice.reason());
    }

    /** The deployment of that name with all that is set, learnt or guessed of it. */
    public Deployment deployment(String name) throws NoRoute {
        AzureSettings azure = settings.azure();
        DeploymentSettings known = settings.deployment(name).orElse(DeploymentSettings.named(name));
        UpstreamKind kind = known.upstream() == null ? azure.upstream() : known.upstream();
        String endpoint = endpoint(known, kind);
        String apiVersion = known.apiVersion() == null ? azure.apiVersion() : known.apiVersion();
        return new Deployment(
                name,
                kind,
                endpoint,
                instance(endpoint, known),
                apiVersion,
                family(name, known.family()),
                known.maxOutputTokens());
    }

    private record Choice(String deployment, String reason) {}

    private Choice choose(String model) throws NoRoute {
        Optional<ModelRule> rule = rule(model);
        if (rule.isPresent() && rule.get().kind() != ModelRule.Kind.DEFAULT)
            return new Choice(rule.get().deployment(), describe(rule.get()));
        if (settings.deployment(model).isPresent())
            return new Choice(model, "A deployment of the model's own name is set.");
        if (rule.isPresent()) return new Choice(rule.get().deployment(), describe(rule.get()));
        String only = settings.azure().deployment();
        if (only != null) return new Choice(only, "It is the deployment that is set for every model.");
        if (model.isBlank() || model.equals(".") || model.equals(".."))
            throw new NoRoute("The model '" + model + "' cannot be the name of a deployment: name a deployment, or set"
                    + " one for every model.");
        return new Choice(model, "No rule covers it and no deployment is set: the model is taken for the deployment.");
    }

    private Optional<ModelRule> rule(String model) {
        return settings.modelMap().stream()
                .filter(rule -> rule.matches(model))
                .min(Comparator.comparing(ModelRule::kind)
                        .thenComparingInt(rule -> -rule.prefix().length()));
    }

    private static String describe(ModelRule rule) {
        return switch (rule.kind()) {
            case EXACT -> "The model map names this model.";
            case PREFIX -> "The model map's rule " + rule.pattern() + " covers it.";
            case DEFAULT -> "The model map's rule for all other models covers it.";
        };
    }

    private String endpoint(DeploymentSettings known, UpstreamKind kind) throws NoRoute {
        String endpoint = known.endpoint();
        Optional<String> base = endpoint == null
                ? AzureEndpoint.base(settings.azure(), kind)
                : Optional.of(AzureEndpoint.normalise(endpoint));
        String url = base.orElseThrow(() ->
                new NoRoute("No Azure endpoint is set. Set AZURE_OPENAI_ENDPOINT (https://NAME.openai.azure.com) or"
                        + " AZURE_INSTANCE_NAME, or enter one of them in the settings."));
        Optional<String> problem = AzureEndpoint.problem(url);
        if (problem.isPresent()) throw new NoRoute("The Azure endpoint " + url + " cannot be used: " + problem.get());
        return url;
    }

    private @Nullable String instance(String endpoint, DeploymentSettings known) {
        String named = known.endpoint() == null && settings.azure().endpoint() == null
                ? settings.azure().instance()
                : AzureEndpoint.instanceOf(endpoint);
        return named == null ? settings.azure().instance() : named;
    }

    private ModelFamily family(String name, @Nullable ModelFamily set) {
        if (set != null) return set;
        ModelFamily guessed = FamilyGuess.of(name);
        return guessed == ModelFamily.OTHER ? learnt.family(name).orElse(guessed) : guessed;
    }
}
