package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.UpstreamKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is known of single deployments: where they are, which API and family, how many output tokens. FX thread only. */
final class DeploymentsPage extends RowsPage {
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
            ((Line) lines.getChildren().getLast()).focusName();
            scroll.setVvalue(1);
        });
        buttons.getChildren().add(add);
        form.deployments().addListener((ListChangeListener<DeploymentRow>) _ -> bringUpToDate());
        form.problemsProperty().subscribe(problems -> lines().forEach(line -> line.refresh(problems)));
        bringUpToDate();
    }

    private List<Line> lines() {
        return lines.getChildren().stream().map(Line.class::cast).toList();
    }

    private void bringUpToDate() {
        List<Node> wanted = new ArrayList<>();
        for (DeploymentRow row : form.deployments())
            wanted.add(
                    lines().stream().filter(line -> line.row == row).findFirst().orElseGet(() -> new Line(row)));
        lines.getChildren().setAll(wanted);
        lines().forEach(line -> line.refresh(form.problemsProperty().get()));
    }

    private final class Line extends VBox {
        private final DeploymentRow row;
        private final Map<String, Control> fields = new LinkedHashMap<>();
        private final Label problem = problemLabel();
        private final Button remove = link("deployments.remove");

        Line(DeploymentRow row) {
            super(2);
            this.row = row;
            TextField name = field(NAME_WIDTH, Pos.CENTER_LEFT);
            name.textProperty().bindBidirectional(row.name);
            TextField cap = field(CAP_WIDTH, Pos.CENTER_RIGHT);
            cap.textProperty().bindBidirectional(row.cap);
            cap.setPromptText(Messages.text("deployments.learnt"));
            TextField endpoint = field(ENDPOINT_WIDTH, Pos.CENTER_LEFT);
            endpoint.textProperty().bindBidirectional(row.endpoint);
            endpoint.setPromptText(Messages.text("deployments.asAzure"));
            fields.put("name", name);
            fields.put(
                    "upstream",
                    choice(
                            row.upstream,
                            UpstreamKind.values(),
                            API_WIDTH,
                            kind -> kind == null ? Messages.text("deployments.asAzure") : kind.title()));
            fields.put(
                    "family",
                    choice(
                            row.family,
                            ModelFamily.values(),
                            FAMILY_WIDTH,
                            family -> family == null
                                    ? Messages.text("deployments.guessed")
                                    : family.name().toLowerCase(Locale.ROOT)));
            fields.put("maxOutputTokens", cap);
            fields.put("endpoint", endpoint);
            remove.setOnAction(_ -> form.removeDeployment(row));
            HBox line = new HBox(GAP);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().addAll(fields.values());
            line.getChildren().add(remove);
            getChildren().addAll(line, problem);
        }

        void focusName() {
            Control name = fields.get("name");
            if (name != null) name.requestFocus();
        }

        void refresh(Map<String, String> problems) {
            String prefix = "deployments[" + form.deployments().indexOf(row) + "].";
            String first = "";
            for (Map.Entry<String, Control> each : fields.entrySet()) {
                String wrong = problems.get(prefix + each.getKey());
                mark(each.getValue(), wrong != null);
                if (first.isEmpty() && wrong != null) first = wrong;
                name(each.getValue(), Messages.text("deployments." + each.getKey()) + ", " + row.name.get());
            }
            remove.setAccessibleText(remove.getText() + ", " + row.name.get());
            show(problem, first);
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
