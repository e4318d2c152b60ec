package dev.sightglass.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/**
 * Gives scenes their look and keeps it up to date: light or dark (the system's choice unless overridden), zoom, fonts.
 * Popups and dialogs take the look over from the scene that owns them. FX thread only.
 */
public final class ThemeManager {
    private static final double[] ZOOM_STEPS = {0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2};

    private final ObjectProperty<ThemeMode> mode = new SimpleObjectProperty<>(ThemeMode.SYSTEM);
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final BooleanBinding dark;
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());

    /** {@code system} is the operating system's choice, followed while the mode says so. */
    public ThemeManager(ObservableValue<ColorScheme> system) {
        Fonts.load();
        this.dark = Bindings.createBooleanBinding(() -> isDark(mode.get(), system.getValue()), mode, system);
        dark.subscribe(this::refresh);
        zoom.subscribe(this::refresh);
    }

    private static boolean isDark(ThemeMode mode, ColorScheme system) {
        return switch (mode) {
            case SYSTEM -> system == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /** Gives the scene the present look, and every later one for as long as the scene lives. */
    public void install(Scene scene) {
        scenes.add(scene);
        base();
        apply(scene);
    }

    public ObjectProperty<ThemeMode> modeProperty() {
        return mode;
    }

    public ObservableBooleanValue darkProperty() {
        return dark;
    }

    /** 1 is normal size. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /** Changes to the other of light and dark, whatever the system says. */
    public void toggle() {
        mode.set(dark.get() ? ThemeMode.LIGHT : ThemeMode.DARK);
    }

    /** One step larger; the largest is double size. */
    public void zoomIn() {
        for (double step : ZOOM_STEPS) {
            if (step > zoom.get() + 0.001) {
                zoom.set(step);
                return;
            }
        }
    }

    /** One step smaller. */
    public void zoomOut() {
        for (int i = ZOOM_STEPS.length - 1; i >= 0; i--) {
            if (ZOOM_STEPS[i] < zoom.get() - 0.001) {
                zoom.set(ZOOM_STEPS[i]);
                return;
            }
        }
    }

    public void resetZoom() {
        zoom.set(1);
    }

    private void refresh() {
        base();
        new ArrayList<>(scenes).forEach(this::apply);
    }

    /** The base is the whole application's: dialogs take over their owner's sheets, but not its user agent sheet. */
    private void base() {
        String wanted =
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!wanted.equals(Application.getUserAgentStylesheet())) Application.setUserAgentStylesheet(wanted);
    }

    private void apply(Scene scene) {
        scene.getStylesheets()
                .setAll(List.of(
                        sheet(dark.get() ? "tokens-dark.css" : "tokens-light.css"),
                        sheet("base.css"),
                        ThemeSheet.of(zoom.get())));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(ThemeManager.class.getResource(name), name)
                .toExternalForm();
    }
}
