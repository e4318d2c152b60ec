package dev.sightglass.app.sessions;

import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.AgentColours;
import dev.sightglass.app.theme.Icons;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Says over the table that only a line of the tree is shown, and takes that back. Not there when nothing narrows the table. */
public final class ScopeChip extends HBox {
    private final SessionTexts texts;
    private final AgentColours colours;
    private final Label name = new Label();

    public ScopeChip(SessionTreeModel model, SessionTexts texts, AgentColours colours) {
        this.texts = texts;
        this.colours = colours;
        getStyleClass().add("scope-bar");
        getStylesheets()
                .add(Objects.requireNonNull(ScopeChip.class.getResource("sessions.css"))
                        .toExternalForm());
        setAlignment(Pos.CENTER_LEFT);
        Label only = new Label(Messages.text("sessions.only"));
        only.getStyleClass().add("muted");
        name.setId("scope-chip");
        name.getStyleClass().add("scope-name");
        Button clear = new Button("", Icons.of(Feather.X));
        clear.setId("scope-clear");
        clear.getStyleClass().addAll("flat", "icon-only", "small");
        clear.setAccessibleText(Messages.text("sessions.clear"));
        clear.setTooltip(new Tooltip(Messages.text("sessions.clear")));
        clear.setOnAction(_ -> model.choose(model.root()));
        HBox chip = new HBox(name, clear);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("scope-chip");
        getChildren().addAll(only, chip);
        model.chosenProperty().subscribe(chosen -> show(chosen, chosen != model.root()));
    }

    private void show(SessionNode chosen, boolean narrowed) {
        setVisible(narrowed);
        setManaged(narrowed);
        name.setText(texts.path(chosen));
        name.getStyleClass().setAll("label", "scope-name");
        if (chosen.scope() instanceof Scope.Agent agent) {
            String styleClass = colours.styleClass(agent.session().id(), agent.agentId());
            if (!styleClass.isEmpty()) name.getStyleClass().add(styleClass);
        }
    }
}
