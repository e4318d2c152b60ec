package dev.sightglass.app.control;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few choices beside each other of which exactly one holds. */
public final class Segments extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final IntConsumer onChosen;
    private int chosen;

    /** The first choice holds at the beginning; the listener is told of later ones. */
    public Segments(List<String> titles, IntConsumer onChosen) {
        this.onChosen = onChosen;
        getStyleClass().add("segments");
        setMaxHeight(USE_PREF_SIZE);
        for (int i = 0; i < titles.size(); i++) add(titles.get(i), i);
        setVisible(titles.size() > 1);
        setManaged(titles.size() > 1);
    }

    private void add(String title, int index) {
        ToggleButton button = new ToggleButton(title);
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setSelected(index == 0);
        button.setOnAction(_ -> choose(index));
        getChildren().add(button);
    }

    public int chosen() {
        return chosen;
    }

    /** Makes this choice hold. */
    public void choose(int index) {
        ((ToggleButton) getChildren().get(index)).setSelected(true);
        if (index == chosen) return;
        chosen = index;
        onChosen.accept(index);
    }
}
