package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.UpstreamKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** What is known of single deployments: where they are, which API and family, how many output tokens. FX thread only. */
final class DeploymentsPage extends RowsPage<DeploymentRow, DeploymentsPage.Line> {
    private static final double NAME_WIDTH = 168;
    private static final double API_WIDTH = 148;
    private static final double FAMILY_WIDTH = 132;
    private static final double CAP_WIDTH = 84;
    private static final double ENDPOINT_WIDTH = 216;

    private final SettingsForm form;

    DeploymentsPage(SettingsForm form) {
        super("deployments.help");
        this.form = form;
        setId("deployments-page");
        head("deployments.name", NAME_WIDTH, Pos.CENTER_LEFT);
        head("deployments.upstream", API_WIDTH, Pos.CENTER_LEFT);
        head("deployments.family", FAMILY_WIDTH, Pos.CENTER_LEFT);
        head("deployments.maxOutputTokens", CAP_WIDTH, Pos.CENTER_RIGHT);
        head("deployments.endpoint", ENDPOINT_WIDTH, Pos.CENTER_LEFT);
        Button add = new Button(Messages.text("deployments.add"));
        add.setId("deployments-add");
        add.setOnAction(_ -> {
            form.addDeployment();
            lines().getLast().focusName();
            scroll.setVvalue(1);
        });
        buttons.getChildren().add(add);
        form.deployments().addListener((ListChangeListener<DeploymentRow>) _ -> bringUpToDate());
        form.problemsProperty().subscribe(problems -> lines().forEach(line -> line.refresh(problems)));
        bringUpToDate();
    }

    private void bringUpToDate() {
        show(form.deployments(), Line::new);
        lines().forEach(line -> line.refresh(form.problemsProperty().get()));
    }

    final class Line extends RowsPage.Line<DeploymentRow> {
        private final Map<String, Control> all = new LinkedHashMap<>();
        private final Button remove = link("deployments.remove");

        Line(DeploymentRow row) {
            super(row);
            TextField name = field(NAME_WIDTH, Pos.CENTER_LEFT);
            name.textProperty().bindBidirectional(row.name);
            TextField cap = field(CAP_WIDTH, Pos.CENTER_RIGHT);
            cap.textProperty().bindBidirectional(row.cap);
            cap.setPromptText(Messages.text("deployments.learnt"));
            TextField endpoint = field(ENDPOINT_WIDTH, Pos.CENTER_LEFT);
            endpoint.textProperty().bindBidirectional(row.endpoint);
            endpoint.setPromptText(Messages.text("deployments.asAzure"));
            all.put("name", name);
            all.put(
                    "upstream",
                    choice(
                            row.upstream,
                            UpstreamKind.values(),
                            API_WIDTH,
                            kind -> kind == null ? Messages.text("deployments.asAzure") : kind.title()));
            all.put(
                    "family",
                    choice(
                            row.family,
                            ModelFamily.values(),
                            FAMILY_WIDTH,
                            family -> family == null
                                    ? Messages.text("deployments.guessed")
                                    : family.name().toLowerCase(Locale.ROOT)));
            all.put("maxOutputTokens", cap);
            all.put("endpoint", endpoint);
            remove.setOnAction(_ -> form.removeDeployment(row));
            fields.getChildren().addAll(all.values());
            fields.getChildren().add(remove);
        }

        void focusName() {
            Control name = all.get("name");
            if (name != null) name.requestFocus();
        }

        void refresh(Map<String, String> problems) {
            String prefix = "deployments[" + form.deployments().indexOf(row) + "].";
            check(
                    all,
                    key -> Optional.ofNullable(problems.get(prefix + key)),
                    key -> Messages.text("deployments." + key),
                    row.name.get());
            remove.setAccessibleText(remove.getText() + ", " + row.name.get());
        }

        private static <T> ComboBox<@Nullable T> choice(
                ObjectProperty<@Nullable T> value, T[] values, double width, Function<@Nullable T, String> title) {
            ComboBox<@Nullable T> box = new ComboBox<>();
            fix(box, width);
            box.getItems().add(null);
            box.getItems().addAll(Arrays.asList(values));
            box.setConverter(new Titles<>(title));
            box.valueProperty().bindBidirectional(value);
            return box;
        }
    }
}
