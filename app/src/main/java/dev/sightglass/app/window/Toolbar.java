package dev.sightglass.app.window;

import dev.sightglass.app.filter.FilterField;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.Fonts;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The line at the window's head. */
final class Toolbar extends HBox {
    /** A narrower window shows the launch command's button without its words. */
    private static final double ROOMY = 1100;

    /** An address with its token, or a deployment's name, may be longer. */
    private static final double LONGEST_NAME = 260;

    private static final double SHORTEST_NAME = 84;

    private final ProxyControl proxy;
    private final Button start = new Button();
    private final Circle light = new Circle(4);
    private final Button address = new Button();
    private final Button upstream = new Button();
    private final FilterField filter;
    private final ToggleButton follow = new ToggleButton("", Icons.of(Feather.ARROW_DOWN));

    /** @param fileName the file whose exchanges are shown, in whose window no proxy runs; null in the main window */
    Toolbar(
            ProxyControl proxy,
            Actions actions,
            FilterField filter,
            SavedFilterMenu saved,
            MenuButton menu,
            @Nullable String fileName) {
        this.proxy = proxy;
        this.filter = filter;
        getStyleClass().add("main-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        start.setId("start");
        start.setOnAction(_ -> actions.byId("start").run());
        light.getStyleClass().add("proxy-light");
        address.setGraphic(light);
        prepare(address, "address", "toolbar.address.tip");
        address.setOnAction(_ -> actions.byId("copyAddress").run());
        address.setMinWidth(USE_PREF_SIZE);
        upstream.setMinWidth(SHORTEST_NAME);
        address.setMaxWidth(LONGEST_NAME);
        upstream.setMaxWidth(LONGEST_NAME);
        prepare(upstream, "upstream", "toolbar.upstream.tip");
        upstream.setOnAction(_ -> actions.byId("settings").run());
        prepareFilter();
        follow.setId("follow");
        follow.getStyleClass().addAll("flat", "icon-only");
        name(follow, "toolbar.follow.tip");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        if (fileName == null) getChildren().addAll(start, address, upstream, launch(actions));
        else getChildren().addAll(fileTitle(fileName), keep(actions), close(actions));
        getChildren().addAll(gap, filter, saved, follow, icon(actions, "export", Feather.SHARE));
        if (fileName == null) getChildren().add(icon(actions, "clear", Feather.TRASH_2));
        getChildren().add(icon(actions, "theme", Feather.MOON));
        if (fileName == null) getChildren().add(icon(actions, "settings", Feather.SETTINGS));
        getChildren().add(menu);
        proxy.stateProperty().subscribe(this::showState);
        proxy.settingsProperty().subscribe(_ -> showSettings());
    }

    private static Label fileTitle(String fileName) {
        Label title = new Label(Messages.text("toolbar.file", fileName), Icons.of(Feather.FILE_TEXT));
        title.setId("file-title");
        title.getStyleClass().add("file-title");
        title.setTooltip(new Tooltip(Messages.text("toolbar.file.tip")));
        return title;
    }

    private static Button keep(Actions actions) {
        Action action = actions.byId("keep");
        Button keep = new Button(action.title(), Icons.of(Feather.ARCHIVE));
        keep.setId("keep-file");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setTooltip(new Tooltip(Messages.text("keep.tip")));
        keep.setOnAction(_ -> action.run());
        return keep;
    }

    private static Button close(Actions actions) {
        Button close = new Button(Messages.text("toolbar.file.close"));
        close.setId("close-file");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> actions.byId("closeFile").run());
        return close;
    }

    ToggleButton followButton() {
        return follow;
    }

    private static void prepare(Button button, String id, String tip) {
        button.setId(id);
        button.getStyleClass().add("flat");
        name(button, tip);
        button.setMinWidth(40);
    }

    private static void name(ButtonBase button, String tip) {
        button.setTooltip(new Tooltip(Messages.text(tip)));
        button.setAccessibleText(Messages.text(tip));
    }

    private SplitMenuButton launch(Actions actions) {
        SplitMenuButton launch =
                new SplitMenuButton(item(actions, "copyLaunch"), item(actions, "copyLaunchPowerShell"));
        launch.setId("copy-launch");
        launch.setText(Messages.text("toolbar.launch"));
        launch.setGraphic(Icons.of(Feather.TERMINAL));
        launch.setTooltip(new Tooltip(Messages.text("toolbar.launch.tip")));
        launch.setAccessibleText(Messages.text("toolbar.launch.tip"));
        launch.setMinWidth(Region.USE_PREF_SIZE);
        widthProperty().subscribe(() -> fit(launch));
        launch.fontProperty().subscribe(() -> fit(launch));
        launch.setOnAction(_ -> actions.byId("copyLaunch").run());
        return launch;
    }

    private void fit(SplitMenuButton launch) {
        boolean narrow = getWidth() < ROOMY * launch.getFont().getSize() / Fonts.UI_SIZE;
        launch.setText(narrow ? "" : Messages.text("toolbar.launch"));
    }

    private static MenuItem item(Actions actions, String id) {
        Action action = actions.byId(id);
        MenuItem item = new MenuItem(action.title());
        item.setId(id + "-item");
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static Button icon(Actions actions, String id, Feather icon) {
        Action action = actions.byId(id);
        Button button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tooltip(action.hint()));
        button.setAccessibleText(action.title());
        button.disableProperty().bind(action.disabled());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void prepareFilter() {
        filter.setPrefColumnCount(24);
        filter.setMinWidth(120);
        HBox.setHgrow(filter, Priority.SOMETIMES);
        filter.setMaxWidth(360);
    }

    private void showState(ProxyState state) {
        boolean up = state instanceof ProxyState.Running;
        boolean busy = state instanceof ProxyState.Starting || state instanceof ProxyState.Stopping;
        start.setText(Messages.text(up ? "toolbar.stop" : "toolbar.start"));
        start.setGraphic(Icons.of(up ? Feather.SQUARE : Feather.PLAY));
        start.setDisable(busy || proxy.barred() != null);
        start.setAccessibleText(Messages.text(up ? "toolbar.stop.tip" : "toolbar.start.tip"));
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.getStyleClass().removeAll(List.of("accent"));
        if (!up) start.getStyleClass().add("accent");
        light.pseudoClassStateChanged(PseudoClass.getPseudoClass("up"), up);
        light.pseudoClassStateChanged(PseudoClass.getPseudoClass("failed"), state instanceof ProxyState.Failed);
        showSettings();
    }

    private void showSettings() {
        EngineSettings settings = proxy.settingsProperty().get();
        address.setText(proxy.shownAddress().replaceFirst("^http://", ""));
        upstream.setText(upstreamText(settings.azure()));
    }

    private static String upstreamText(AzureSettings azure) {
        if (azure.endpoint() == null && azure.instance() == null) return Messages.text("toolbar.upstream.none");
        String deployment = azure.deployment() == null ? Messages.text("toolbar.upstream.any") : azure.deployment();
        return Messages.text("toolbar.upstream", deployment);
    }
}
