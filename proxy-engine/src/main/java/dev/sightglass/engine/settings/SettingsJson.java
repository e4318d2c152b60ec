package dev.sightglass.engine.settings;

import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.UpstreamKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings file's own shape: what is absent has its default. Times are milliseconds. Keys are not part of it. */
record SettingsJson(
        int version,
        @Nullable Listen listen,
        @Nullable Azure azure,
        @Nullable List<Deployment> deployments,
        @Nullable List<ModelRule> modelMap,
        @Nullable Bounds limits,
        @Nullable Capture capture) {
    static final int VERSION = 1;

    record Listen(
            @Nullable String bind,
            @Nullable Integer port,
            @Nullable String basePath,
            @Nullable String token) {}

    record Azure(
            @Nullable String endpoint,
            @Nullable String instance,
            @Nullable String deployment,
            @Nullable String apiVersion,
            @Nullable String upstream,
            @Nullable String auth) {}

    record Deployment(
            @Nullable String name,
            @Nullable String upstream,
            @Nullable String endpoint,
            @Nullable String apiVersion,
            @Nullable String family,
            @Nullable Integer maxOutputTokens) {}

    record Bounds(
            @Nullable Long headMs,
            @Nullable Integer headBytes,
            @Nullable Integer headers,
            @Nullable Long bodyBytes,
            @Nullable Long slowBodyMs,
            @Nullable Integer slowBodyBytes,
            @Nullable Long connectMs,
            @Nullable Long firstByteMs,
            @Nullable Long idleMs,
            @Nullable Long pingMs,
            @Nullable Long answerBytes,
            @Nullable Integer errorBytes,
            @Nullable Long clientPollMs,
            @Nullable Long stopGraceMs,
            @Nullable Long recorderBytes) {}

    record Capture(
            @Nullable Boolean payloads,
            @Nullable Long maxBodyBytes,
            @Nullable Long memoryBytes,
            @Nullable Long storeBytes,
            @Nullable Integer storeDays) {}

    static SettingsJson of(EngineSettings settings) {
        ListenSettings listen = settings.listen();
        AzureSettings azure = settings.azure();
        AuthMode auth = azure.auth();
        CaptureSettings capture = settings.capture();
        return new SettingsJson(
                VERSION,
                new Listen(listen.bind(), listen.port(), listen.basePath(), listen.token()),
                new Azure(
                        azure.endpoint(),
                        azure.instance(),
                        azure.deployment(),
                        azure.apiVersion(),
                        azure.upstream().option(),
                        auth == null ? null : auth.option()),
                settings.deployments().stream().map(SettingsJson::of).toList(),
                settings.modelMap(),
                of(settings.limits()),
                new Capture(
                        capture.payloads(),
                        capture.maxBodyBytes(),
                        capture.memoryBytes(),
                        capture.storeBytes(),
                        capture.storeDays()));
    }

    private static Deployment of(DeploymentSettings deployment) {
        UpstreamKind upstream = deployment.upstream();
        ModelFamily family = deployment.family();
        return new Deployment(
                deployment.name(),
                upstream == null ? null : upstream.option(),
                deployment.endpoint(),
                deployment.apiVersion(),
                family == null ? null : family.name().toLowerCase(Locale.ROOT),
                deployment.maxOutputTokens());
    }

    private static Bounds of(Limits limits) {
        return new Bounds(
                limits.head().toMillis(),
                limits.headBytes(),
                limits.headers(),
                limits.bodyBytes(),
                limits.slowBody().toMillis(),
                limits.slowBodyBytes(),
                limits.connect().toMillis(),
                limits.firstByte().toMillis(),
                limits.idle().toMillis(),
                limits.ping().toMillis(),
                limits.answerBytes(),
                limits.errorBytes(),
                limits.clientPoll().toMillis(),
                limits.stopGrace().toMillis(),
                limits.recorderBytes());
    }

    /** @throws IllegalArgumentException with the field and what is wrong with it */
    EngineSettings toSettings() {
        return new EngineSettings(
                listen == null ? ListenSettings.DEFAULT : toListen(listen),
                azure == null ? AzureSettings.DEFAULT : toAzure(azure),
                deployments == null
                        ? List.of()
                        : deployments.stream().map(SettingsJson::toDeployment).toList(),
                modelMap == null ? List.of() : modelMap,
                limits == null ? Limits.DEFAULT : toLimits(limits),
                capture == null ? CaptureSettings.DEFAULT : toCapture(capture));
    }

    private static ListenSettings toListen(Listen json) {
        ListenSettings unset = ListenSettings.DEFAULT;
        return new ListenSettings(
                or(json.bind, unset.bind()),
                or(json.port, unset.port()),
                or(json.basePath, unset.basePath()),
                json.token);
    }

    private static AzureSettings toAzure(Azure json) {
        return new AzureSettings(
                json.endpoint,
                json.instance,
                json.deployment,
                or(json.apiVersion, AzureSettings.DEFAULT_API_VERSION),
                json.upstream == null ? UpstreamKind.CHAT : upstream("azure.upstream", json.upstream),
                json.auth == null ? null : auth(json.auth),
                null);
    }

    private static DeploymentSettings toDeployment(Deployment json) {
        return new DeploymentSettings(
                or(json.name, ""),
                json.upstream == null ? null : upstream("deployments.upstream", json.upstream),
                json.endpoint,
                json.apiVersion,
                json.family == null ? null : family(json.family),
                json.maxOutputTokens,
                null);
    }

    private static Limits toLimits(Bounds json) {
        Limits unset = Limits.DEFAULT;
        return new Limits(
                millis(json.headMs, unset.head()),
                or(json.headBytes, unset.headBytes()),
                or(json.headers, unset.headers()),
                or(json.bodyBytes, unset.bodyBytes()),
                millis(json.slowBodyMs, unset.slowBody()),
                or(json.slowBodyBytes, unset.slowBodyBytes()),
                millis(json.connectMs, unset.connect()),
                millis(json.firstByteMs, unset.firstByte()),
                millis(json.idleMs, unset.idle()),
                millis(json.pingMs, unset.ping()),
                or(json.answerBytes, unset.answerBytes()),
                or(json.errorBytes, unset.errorBytes()),
                millis(json.clientPollMs, unset.clientPoll()),
                millis(json.stopGraceMs, unset.stopGrace()),
                or(json.recorderBytes, unset.recorderBytes()));
    }

    private static CaptureSettings toCapture(Capture json) {
        CaptureSettings unset = CaptureSettings.DEFAULT;
        return new CaptureSettings(
                or(json.payloads, unset.payloads()),
                or(json.maxBodyBytes, unset.maxBodyBytes()),
                or(json.memoryBytes, unset.memoryBytes()),
                or(json.storeBytes, unset.storeBytes()),
                or(json.storeDays, unset.storeDays()));
    }

    private static UpstreamKind upstream(String field, String option) {
        return Arrays.stream(UpstreamKind.values())
                .filter(kind -> kind.option().equalsIgnoreCase(option))
                .findFirst()
                .orElseThrow(() -> unknown(field, option, "chat, responses or anthropic"));
    }

    private static AuthMode auth(String option) {
        return AuthMode.of(option).orElseThrow(() -> unknown("azure.auth", option, "config, client or entra"));
    }

    private static ModelFamily family(String name) {
        String families = Arrays.stream(ModelFamily.values())
                .map(f -> f.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return Arrays.stream(ModelFamily.values())
                .filter(family -> family.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown("deployments.family", name, "one of " + families));
    }

    private static IllegalArgumentException unknown(String field, String value, String expected) {
        return new IllegalArgumentException(field + " is \"" + value + "\" and should be " + expected);
    }

    private static <T> T or(@Nullable T value, T unset) {
        return Optional.ofNullable(value).orElse(unset);
    }

    private static Duration millis(@Nullable Long value, Duration unset) {
        return value == null ? unset : Duration.ofMillis(value);
    }
}
