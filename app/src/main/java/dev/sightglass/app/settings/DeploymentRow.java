package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.DeploymentSettings;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One deployment while a person edits it. FX thread only. */
public final class DeploymentRow {
    private static final Pattern CAP = Pattern.compile("\\d{1,9}");

    public final StringProperty name = new SimpleStringProperty("");
    public final StringProperty endpoint = new SimpleStringProperty("");
    public final StringProperty cap = new SimpleStringProperty("");
    /** Null: the API of the Azure settings. */
    public final ObjectProperty<@Nullable UpstreamKind> upstream = new SimpleObjectProperty<>();
    /** Null: guessed. */
    public final ObjectProperty<@Nullable ModelFamily> family = new SimpleObjectProperty<>();

    private final DeploymentSettings before;

    DeploymentRow(DeploymentSettings settings) {
        this.before = settings;
        name.set(settings.name());
        endpoint.set(orEmpty(settings.endpoint()));
        cap.set(
                settings.maxOutputTokens() == null
                        ? ""
                        : settings.maxOutputTokens().toString());
        upstream.set(settings.upstream());
        family.set(settings.family());
    }

    /** What is wrong with the cap; the rest is checked with all settings together. */
    Optional<String> capProblem() {
        String typed = cap.get().strip();
        return typed.isEmpty() || CAP.matcher(typed).matches()
                ? Optional.empty()
                : Optional.of(Messages.text("deployments.cap.number"));
    }

    /** As it stands; what has no field here (a key, an api-version of its own) stays as it was. */
    DeploymentSettings settings() {
        String typed = cap.get().strip();
        String url = endpoint.get().strip();
        return new DeploymentSettings(
                name.get().strip(),
                upstream.get(),
                url.isEmpty() ? null : url,
                before.apiVersion(),
                family.get(),
                CAP.matcher(typed).matches() ? (Integer) Integer.parseInt(typed) : null,
                before.key());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
