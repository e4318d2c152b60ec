package dev.sightglass.app.settings;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.pricing.PriceTable;
import dev.sightglass.engine.settings.AuthMode;
import dev.sightglass.engine.settings.EngineSettings;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for the settings, checked while a person types; four pages. Leaving with changes asks first. */
public final class SettingsDialog extends Dialog<SettingsDialog.@Nullable Wanted> {
    /** Begins at the test of the connection, and runs it. */
    public static final String TEST = "test";

    /** Settings that can be gone to by name, in the order of the pages; keys as in {@code settings.azure.key}. */
    public static final List<String> PLACES = List.of(
            "azure.upstream",
            "azure.instance",
            "azure.endpoint",
            "azure.deployment",
            "modelMap",
            "azure.apiVersion",
            "azure.auth",
            "azure.key",
            "deployments",
            "prices",
            "listen.port",
            "listen.basePath",
            "capture.payloads",
            "capture.storeBytes",
            "capture.storeDays");

    private static final double WIDTH = 912;

    private final SettingsForm form;
    private final PriceForm prices;
    private final ButtonType test = new ButtonType(Messages.text("settings.test"), ButtonBar.ButtonData.LEFT);
    private final TabPane pages = new TabPane();

    /** What is wanted from now on. */
    public record Wanted(EngineSettings settings, PriceTable prices) {}

    private SettingsDialog(Window owner, Wanted now, BackgroundTasks tasks, Clock clock) {
        form = new SettingsForm(now.settings());
        prices = new PriceForm(now.prices(), clock);
        initOwner(owner);
        setTitle(Messages.text("settings.title"));
        ConnectionCheckView check = new ConnectionCheckView(tasks);
        page("azure", scrolling(azurePage(check)));
        page("deployments", new DeploymentsPage(form));
        page("prices", new PricesPage(prices));
        page("proxy", scrolling(proxyPage()));
        pages.setId("settings-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pages.setPrefSize(WIDTH, 580);
        getDialogPane().setContent(pages);
        getDialogPane().setMinWidth(WIDTH);
        addTestButton(check);
        addSaveButton();
        setOnCloseRequest(this::keepChanges);
    }

    /**
     * Asks and waits; empty when the person thinks better of it.
     *
     * @param place one of {@link #PLACES} to begin at; null for the first
     */
    public static Optional<Wanted> ask(
            Window owner, Wanted now, BackgroundTasks tasks, Clock clock, @Nullable String place) {
        SettingsDialog dialog = new SettingsDialog(owner, now, tasks, clock);
        if (TEST.equals(place)) dialog.setOnShown(_ -> dialog.test());
        else if (place != null) dialog.setOnShown(_ -> dialog.goTo(place));
        return dialog.showAndWait();
    }

    private void goTo(String place) {
        for (Tab page : pages.getTabs()) {
            Node field = page.getContent().lookup("#" + id(place));
            if (field == null && page.getContent() instanceof ScrollPane scrolled)
                field = scrolled.getContent().lookup("#" + id(place));
            boolean wholePage = ("page-" + place).equals(page.getId());
            if (field == null && !wholePage) continue;
            pages.getSelectionModel().select(page);
            if (field != null) field.requestFocus();
            return;
        }
    }

    private void test() {
        ((Button) getDialogPane().lookupButton(test)).fire();
    }

    private void page(String name, Node content) {
        Tab page = new Tab(Messages.text("settings.page." + name), content);
        page.setId("page-" + name);
        pages.getTabs().add(page);
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rows-page");
        return scroll;
    }

    /** Pressing it tries what stands in the form and leaves the dialog open. */
    private void addTestButton(ConnectionCheckView check) {
        getDialogPane().getButtonTypes().add(test);
        Node button = getDialogPane().lookupButton(test);
        button.setId("settings-test");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            pages.getSelectionModel().selectFirst();
            check.run(form.settings());
        });
    }

    private void addSaveButton() {
        ButtonType save = new ButtonType(Messages.text("settings.save"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().addAll(save, ButtonType.CANCEL);
        Node button = getDialogPane().lookupButton(save);
        button.setId("settings-save");
        button.getStyleClass().add("accent");
        button.disableProperty().bind(Bindings.not(Bindings.and(form.saveableProperty(), prices.goodProperty())));
        setResultConverter(chosen -> chosen == save ? new Wanted(form.settings(), prices.table()) : null);
    }

    private void keepChanges(DialogEvent event) {
        if (getResult() != null || !(form.changed() || prices.changed())) return;
        ButtonType discard = new ButtonType(Messages.text("settings.discard"), ButtonBar.ButtonData.OTHER);
        ButtonType stay = new ButtonType(Messages.text("settings.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> question = new Dialog<>();
        question.initOwner(getDialogPane().getScene().getWindow());
        question.setTitle(Messages.text("settings.title"));
        Label text = new Label(Messages.text("settings.unsaved"));
        text.setPadding(new Insets(16));
        question.getDialogPane().setContent(text);
        question.getDialogPane().getButtonTypes().addAll(discard, stay);
        question.getDialogPane().lookupButton(discard).setId("settings-discard");
        Button first = (Button) question.getDialogPane().lookupButton(stay);
        first.setId("settings-stay");
        first.setDefaultButton(true);
        first.getStyleClass().add("accent");
        if (question.showAndWait().orElse(stay) != discard) event.consume();
    }

    private SettingFields azurePage(ConnectionCheckView check) {
        SettingFields page = new SettingFields(form);
        page.section("settings.azure");
        page.add("azure.upstream", choice("upstream", UpstreamKind.values(), UpstreamKind::title));
        page.add("azure.instance", text("azure.instance", form.instance));
        page.add("azure.endpoint", text("azure.endpoint", form.endpoint));
        page.add("azure.deployment", text("azure.deployment", form.deployment));
        page.add("modelMap", text("modelMap", form.modelMap));
        page.add("azure.apiVersion", text("azure.apiVersion", form.apiVersion));
        page.section("settings.credential");
        page.add("azure.auth", authChoice());
        page.add("azure.key", keyField());
        page.whole(check);
        return page;
    }

    private SettingFields proxyPage() {
        SettingFields page = new SettingFields(form);
        page.section("settings.proxy");
        page.add("listen.port", text("listen.port", form.port));
        page.add("listen.basePath", text("listen.basePath", form.basePath));
        page.section("settings.recording");
        page.add("capture.payloads", check("capture.payloads", form.payloads));
        page.add("capture.storeBytes", text("capture.storeBytes", form.storeMegabytes));
        page.add("capture.storeDays", text("capture.storeDays", form.storeDays));
        return page;
    }

    private static TextField text(String setting, StringProperty value) {
        TextField field = new TextField();
        prepare(field, setting);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private Node keyField() {
        PasswordField field = new PasswordField();
        prepare(field, "azure.key");
        String hint = form.keyHint();
        field.setPromptText(
                hint == null ? Messages.text("settings.key.none") : Messages.text("settings.key.kept", hint));
        field.textProperty().bindBidirectional(form.newKey);
        if (hint == null) return field;
        CheckBox forget = new CheckBox(Messages.text("settings.key.forget"));
        forget.setId("azure-key-forget");
        forget.selectedProperty().bindBidirectional(form.forgetKey);
        return new VBox(6, field, forget);
    }

    private ComboBox<UpstreamKind> choice(String id, UpstreamKind[] kinds, Function<UpstreamKind, String> title) {
        ComboBox<UpstreamKind> box = new ComboBox<>();
        prepare(box, "azure." + id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(Arrays.asList(kinds));
        box.setConverter(new Titles<>(kind -> kind == null ? "" : title.apply(kind)));
        box.valueProperty().bindBidirectional(form.upstream);
        return box;
    }

    private ComboBox<@Nullable AuthMode> authChoice() {
        ComboBox<@Nullable AuthMode> box = new ComboBox<>();
        prepare(box, "azure.auth");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().add(null);
        box.getItems().addAll(AuthMode.values());
        box.setConverter(new Titles<>(mode -> Messages.text(
                "settings.auth." + (mode == null ? "automatic" : mode.name().toLowerCase(Locale.ROOT)))));
        box.valueProperty().bindBidirectional(form.auth);
        return box;
    }

    private static CheckBox check(String setting, BooleanProperty value) {
        CheckBox box = new CheckBox(Messages.text("settings." + setting + ".box"));
        prepare(box, setting);
        box.setMinHeight(28);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private static void prepare(Node field, String setting) {
        field.setId(id(setting));
        field.setAccessibleText(Messages.text("settings." + setting));
    }

    /** A dot would be a style class to lookups. */
    private static String id(String setting) {
        return setting.replace('.', '-');
    }
}
