package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AuthMode;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.DeploymentSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.settings.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the settings dialog shows and checks while a person types. FX thread only. */
public final class SettingsForm {
    private static final Pattern MEGABYTES = Pattern.compile("\\d{1,7}");
    private static final Pattern DAYS = Pattern.compile("\\d{0,5}");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final Map<String, String> SHOWN_AS = Map.of("azure.auth", "azure.key");

    public final StringProperty endpoint = new SimpleStringProperty("");
    public final StringProperty instance = new SimpleStringProperty("");
    public final StringProperty deployment = new SimpleStringProperty("");
    public final StringProperty modelMap = new SimpleStringProperty("");
    public final StringProperty apiVersion = new SimpleStringProperty("");
    public final StringProperty newKey = new SimpleStringProperty("");
    public final StringProperty port = new SimpleStringProperty("");
    /** The most that the store may take, in megabytes. */
    public final StringProperty storeMegabytes = new SimpleStringProperty("");
    /** Empty for no limit. */
    public final StringProperty storeDays = new SimpleStringProperty("");

    public final StringProperty basePath = new SimpleStringProperty("");
    public final ObjectProperty<UpstreamKind> upstream = new SimpleObjectProperty<>(UpstreamKind.CHAT);
    /** Null: by whether there is a key. */
    public final ObjectProperty<@Nullable AuthMode> auth = new SimpleObjectProperty<>();

    public final BooleanProperty payloads = new SimpleBooleanProperty(true);
    public final BooleanProperty forgetKey = new SimpleBooleanProperty();

    private final EngineSettings before;
    private final ObservableList<DeploymentRow> deployments = FXCollections.observableArrayList();
    private final ObservableList<DeploymentRow> readOnlyDeployments =
            FXCollections.unmodifiableObservableList(deployments);
    private final ReadOnlyObjectWrapper<Map<String, String>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper saveable = new ReadOnlyBooleanWrapper(true);

    public SettingsForm(EngineSettings settings) {
        before = settings;
        AzureSettings azure = settings.azure();
        endpoint.set(orEmpty(azure.endpoint()));
        instance.set(orEmpty(azure.instance()));
        deployment.set(orEmpty(azure.deployment()));
        apiVersion.set(azure.apiVersion());
        modelMap.set(ModelMapText.of(settings.modelMap()));
        upstream.set(azure.upstream());
        auth.set(azure.auth());
        port.set(Integer.toString(settings.listen().port()));
        basePath.set(settings.listen().basePath());
        storeMegabytes.set(Long.toString(settings.capture().storeBytes() >> 20));
        storeDays.set(
                settings.capture().storeDays() == 0
                        ? ""
                        : Integer.toString(settings.capture().storeDays()));
        payloads.set(settings.capture().payloads());
        settings.deployments().forEach(each -> watch(new DeploymentRow(each)));
        for (Property<?> field : fields()) field.subscribe(this::check);
        check();
    }

    // Properties

    /** What is wrong, by setting, such as {@code azure.endpoint}. */
    public ReadOnlyObjectProperty<Map<String, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** False while something that was typed cannot be meant. What is still missing may be saved. */
    public ReadOnlyBooleanProperty saveableProperty() {
        return saveable.getReadOnlyProperty();
    }

    /** What may be shown of the key that is set: its last characters. Null when none is. */
    public @Nullable String keyHint() {
        ApiKey key = before.azure().key();
        return key == null ? null : key.hint();
    }

    /** The deployments of which more is known than their names, one line each. */
    public ObservableList<DeploymentRow> deployments() {
        return readOnlyDeployments;
    }

    /** Whether something stands in the form that is not yet kept. */
    public boolean changed() {
        return !settings().equals(before) || !saveable.get();
    }

    /** A new line for a deployment. */
    public void addDeployment() {
        watch(new DeploymentRow(DeploymentSettings.named("")));
        check();
    }

    public void removeDeployment(DeploymentRow row) {
        deployments.remove(row);
        check();
    }

    private void watch(DeploymentRow row) {
        deployments.add(row);
        List<Property<?>> fields = List.of(row.name, row.endpoint, row.cap, row.upstream, row.family);
        for (Property<?> field : fields) field.subscribe(this::check);
    }

    /** The settings as they stand in the form. */
    public EngineSettings settings() {
        AzureSettings azure = new AzureSettings(
                endpoint.get(),
                instance.get(),
                deployment.get(),
                apiVersion.get().strip(),
                upstream.get(),
                auth.get(),
                key());
        ListenSettings listen = before.listen()
                .withPort(portNumber())
                .withBasePath(basePath.get().strip());
        return before.with(listen)
                .with(azure)
                .withDeployments(
                        deployments.stream().map(DeploymentRow::settings).toList())
                .withModelMap(ModelMapText.parse(modelMap.get()).orElse(before.modelMap()))
                .with(before.capture().withPayloads(payloads.get()).keeping(storeBytes(), days()));
    }

    private @Nullable ApiKey key() {
        ApiKey kept = forgetKey.get() ? null : before.azure().key();
        return ApiKey.of(newKey.get()).orElse(kept);
    }

    private long storeBytes() {
        String typed = storeMegabytes.get().strip();
        return MEGABYTES.matcher(typed).matches()
                ? Long.parseLong(typed) << 20
                : before.capture().storeBytes();
    }

    private int days() {
        String typed = storeDays.get().strip();
        if (typed.isEmpty()) return 0;
        return DAYS.matcher(typed).matches()
                ? Integer.parseInt(typed)
                : before.capture().storeDays();
    }

    private int portNumber() {
        String typed = port.get().strip();
        return PORT.matcher(typed).matches()
                ? Integer.parseInt(typed)
                : before.listen().port();
    }

    private List<Property<?>> fields() {
        return List.of(
                endpoint,
                instance,
                deployment,
                modelMap,
                apiVersion,
                newKey,
                port,
                basePath,
                upstream,
                auth,
                payloads,
                storeMegabytes,
                storeDays,
                forgetKey);
    }

    private void check() {
        List<Problem> found = new ArrayList<>(settings().problems());
        if (!PORT.matcher(port.get().strip()).matches())
            found.add(new Problem("listen.port", Messages.text("settings.port.number")));
        if (!MEGABYTES.matcher(storeMegabytes.get().strip()).matches())
            found.add(new Problem("capture.storeBytes", Messages.text("settings.capture.storeBytes.number")));
        if (!DAYS.matcher(storeDays.get().strip()).matches())
            found.add(new Problem("capture.storeDays", Messages.text("settings.capture.storeDays.number")));
        if (ModelMapText.parse(modelMap.get()).isEmpty())
            found.add(new Problem("modelMap", Messages.text("settings.modelMap.syntax")));
        for (int i = 0; i < deployments.size(); i++) {
            String field = "deployments[" + i + "].maxOutputTokens";
            deployments.get(i).capProblem().ifPresent(message -> found.addFirst(new Problem(field, message)));
        }
        Map<String, String> byField = new LinkedHashMap<>();
        boolean typo = false;
        for (Problem problem : found) {
            String field = shownAs(problem.field());
            byField.putIfAbsent(field, problem.message());
            typo |= field.startsWith("deployments") || !typed(field).isBlank();
        }
        problems.set(byField);
        saveable.set(!typo);
    }

    private static String shownAs(String field) {
        return field.startsWith("modelMap") ? "modelMap" : SHOWN_AS.getOrDefault(field, field);
    }

    private String typed(String field) {
        return switch (field) {
            case "azure.endpoint" -> endpoint.get();
            case "azure.instance" -> instance.get();
            case "azure.deployment" -> deployment.get();
            case "modelMap" -> modelMap.get();
            case "azure.apiVersion" -> apiVersion.get();
            case "azure.key" -> newKey.get();
            case "listen.port", "capture.storeBytes", "capture.storeDays" -> "typed";
            case "listen.basePath" -> basePath.get();
            default -> "";
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
