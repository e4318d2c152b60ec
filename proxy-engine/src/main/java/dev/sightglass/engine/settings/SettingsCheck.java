package dev.sightglass.engine.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what cannot work in settings. */
final class SettingsCheck {
    private static final long LEAST_STORE = 16L << 20;

    private static final Pattern DEPLOYMENT = Pattern.compile("(?!\\.\\.?$)[A-Za-z0-9._-]{1,64}");
    private static final Pattern API_VERSION = Pattern.compile("v1|preview|latest|\\d{4}-\\d{2}-\\d{2}(-preview)?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]+|localhost|\\[[0-9a-fA-F:.]+]");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    private final List<Problem> problems = new ArrayList<>();

    private SettingsCheck() {}

    static List<Problem> problems(EngineSettings settings) {
        SettingsCheck check = new SettingsCheck();
        check.listen(settings.listen());
        check.azure(settings.azure());
        check.deployments(settings.deployments());
        check.modelMap(settings.modelMap());
        check.limits(settings.limits());
        if (settings.capture().storeBytes() < LEAST_STORE)
            check.add("capture.storeBytes", "The store needs at least 16 MB");
        if (settings.capture().storeDays() < 0)
            check.add("capture.storeDays", "Days are counted from 1; 0 or nothing means no limit");
        if (settings.capture().maxBodyBytes() < 1024)
            check.add("capture.maxBodyBytes", "Keep at least 1024 bytes of a body, or switch payloads off");
        return List.copyOf(check.problems);
    }

    private void listen(ListenSettings listen) {
        if (listen.port() < 0 || listen.port() > 65535)
            add("listen.port", "A port lies between 1 and 65535; 0 takes any free one");
        if (!ADDRESS.matcher(listen.bind()).matches())
            add("listen.bind", "Give an IP address of this machine, such as 127.0.0.1");
        if (!listen.basePath().matches("(/[A-Za-z0-9._~%-]+)*/?"))
            add("listen.basePath", "A base path starts with / and holds letters, digits, dots and hyphens");
        token(listen.token());
    }

    private void token(@Nullable String token) {
        if (token != null && !TOKEN.matcher(token).matches())
            add("listen.token", "A token has 16 to 128 letters, digits, hyphens and underscores");
    }

    private void azure(AzureSettings azure) {
        String endpoint = azure.endpoint();
        String instance = azure.instance();
        if (endpoint == null && instance == null)
            add("azure.endpoint", "Set the endpoint (https://NAME.openai.azure.com) or the instance's name");
        if (endpoint != null) add("azure.endpoint", AzureEndpoint.problem(endpoint));
        else if (instance != null) add("azure.instance", AzureEndpoint.instanceProblem(instance));
        deploymentName("azure.deployment", azure.deployment());
        apiVersion("azure.apiVersion", azure.apiVersion());
        key("azure.key", azure.key());
        if (azure.auth() == AuthMode.CONFIG && azure.key() == null)
            add(
                    "azure.key",
                    "The key is to come from the settings, and none is set: set AZURE_OPENAI_API_KEY or a key");
    }

    private void deployments(List<DeploymentSettings> deployments) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < deployments.size(); i++) {
            DeploymentSettings deployment = deployments.get(i);
            String field = "deployments[" + i + "].";
            deploymentName(field + "name", deployment.name());
            if (!names.add(deployment.name())) add(field + "name", "There are two deployments of this name");
            if (deployment.endpoint() != null) add(field + "endpoint", AzureEndpoint.problem(deployment.endpoint()));
            if (deployment.apiVersion() != null) apiVersion(field + "apiVersion", deployment.apiVersion());
            if (deployment.maxOutputTokens() != null && deployment.maxOutputTokens() < 1)
                add(field + "maxOutputTokens", "Give a number above 0, or leave it out");
            key(field + "key", deployment.key());
        }
    }

    private void modelMap(List<ModelRule> rules) {
        Set<String> patterns = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            ModelRule rule = rules.get(i);
            String field = "modelMap[" + i + "].";
            int star = rule.pattern().indexOf('*');
            if (rule.pattern().isBlank()) add(field + "pattern", "Give a model id, a prefix with *, or * alone");
            else if (star >= 0 && star < rule.pattern().length() - 1)
                add(field + "pattern", "A * may stand at the end only");
            if (!patterns.add(rule.pattern())) add(field + "pattern", "There are two rules for this pattern");
            if (rule.deployment().isBlank()) add(field + "deployment", "Name the deployment");
            else deploymentName(field + "deployment", rule.deployment());
        }
    }

    private void limits(Limits limits) {
        if (limits.bodyBytes() < 1024) add("limits.bodyBytes", "Allow at least 1024 bytes");
        if (limits.bodyBytes() > 1L << 30) add("limits.bodyBytes", "More than 1 GB cannot be held in memory");
        if (limits.ping().isZero() || limits.ping().isNegative()) add("limits.ping", "Give a time above 0");
        if (limits.idle().compareTo(limits.ping()) <= 0)
            add("limits.idle", "The idle limit must be longer than the time between pings");
        if (limits.connect().isZero() || limits.connect().isNegative()) add("limits.connect", "Give a time above 0");
        if (limits.firstByte().isZero() || limits.firstByte().isNegative())
            add("limits.firstByte", "Give a time above 0");
    }

    private void deploymentName(String field, @Nullable String name) {
        if (name != null && !DEPLOYMENT.matcher(name).matches())
            add(field, "A deployment's name has 1 to 64 letters, digits, dots, hyphens and underscores, not only dots");
    }

    private void apiVersion(String field, String version) {
        if (!API_VERSION.matcher(version).matches())
            add(field, "An api-version looks like 2025-01-01-preview, or is v1");
    }

    private void key(String field, @Nullable ApiKey key) {
        if (key != null && !key.fitsHeader())
            add(field, "The key holds blanks or characters that no key has: copy it again, without line breaks");
    }

    private void add(String field, String message) {
        problems.add(new Problem(field, message));
    }

    private void add(String field, Optional<String> message) {
        message.ifPresent(text -> add(field, text));
    }
}
