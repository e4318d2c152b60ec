package dev.sightglass.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.UiTest;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ThemeManagerTest extends UiTest {
    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);

    @Test
    void theSystemsChoiceIsFollowedUntilOverridden() {
        ThemeManager themes = onFx(() -> new ThemeManager(system));

        runOnFx(() -> system.set(ColorScheme.DARK));
        assertThat(themes.darkProperty().get()).isTrue();

        runOnFx(themes::toggle);
        assertThat(themes.darkProperty().get()).isFalse();
        assertThat(themes.modeProperty().get()).isEqualTo(ThemeMode.LIGHT);
    }

    @Test
    void colourTokensReachTheNodesOfAScene() {
        ThemeManager themes = onFx(() -> new ThemeManager(system));
        VBox root = onFx(() -> new VBox(new Label("x")));
        show(themes, root);

        assertThat(background(root)).isEqualTo(Color.web("#ffffff"));
        runOnFx(themes::toggle);
        await("the dark background", () -> background(root).equals(Color.web("#17191d")));
    }

    @Test
    void zoomScalesTextAndStopsAtDoubleSize() {
        ThemeManager themes = onFx(() -> new ThemeManager(system));
        Label label = onFx(() -> new Label("x"));
        show(themes, onFx(() -> new VBox(label)));
        assertThat(label.getFont().getSize()).isEqualTo(13);

        runOnFx(() -> {
            for (int i = 0; i < 20; i++) themes.zoomIn();
        });

        assertThat(themes.zoomProperty().get()).isEqualTo(2);
        await("text of 26 px", () -> label.getFont().getSize() == 26);
    }

    @Test
    void theGalleryOfControlsIsDrawnInBothThemes() {
        ThemeManager themes = onFx(() -> new ThemeManager(system));
        Stage stage = show(themes, onFx(ThemeManagerTest::gallery));

        snapshot(stage.getScene(), "theme-controls-light");
        runOnFx(themes::toggle);
        snapshot(stage.getScene(), "theme-controls-dark");
    }

    private Stage show(ThemeManager themes, Parent root) {
        return showScene(() -> {
            Scene scene = new Scene(root, 720, 420);
            themes.install(scene);
            return scene;
        });
    }

    private static Color background(Region region) {
        return (Color) region.getBackground().getFills().getFirst().getFill();
    }

    private static Parent gallery() {
        Button accent = styled(new Button("Start", Icons.of(Feather.PLAY)), "accent");
        Button flat = styled(new Button("Export", Icons.of(Feather.SHARE)), "flat");
        Button icon = styled(new Button("", Icons.of(Feather.SETTINGS)), "flat", "icon-only");
        HBox buttons = new HBox(8, accent, new Button("Cancel"), flat, icon, new ToggleButton("Follow"));
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("Chat Completions", "Responses");
        combo.getSelectionModel().selectFirst();
        TextField filter = new TextField();
        filter.setPromptText("Filter");
        HBox inputs = new HBox(8, filter, new PasswordField(), combo, new CheckBox("Keep bodies"));
        HBox labels = new HBox(
                8,
                styled(new Label("Heading"), "heading"),
                styled(new Label("muted"), "muted"),
                styled(new Label("12,345"), "mono"),
                styled(new Label("refused"), "danger"),
                styled(new Label("chip"), "chip"));
        ListView<String> list = new ListView<>();
        list.getItems().addAll("one", "two", "three");
        list.getSelectionModel().select(1);
        list.setPrefHeight(120);
        TabPane tabs = new TabPane(new Tab("Overview", list), new Tab("Request"), new Tab("Response"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        ProgressBar progress = new ProgressBar(0.4);
        VBox box = new VBox(12, buttons, inputs, labels, progress, tabs);
        box.setPadding(new Insets(16));
        return box;
    }

    private static <T extends Region> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
