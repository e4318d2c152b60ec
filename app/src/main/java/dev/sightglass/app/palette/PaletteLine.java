package dev.sightglass.app.palette;

import dev.sightglass.app.format.Messages;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One line: the title with the typed letters marked, what it leads to, its shortcut. */
final class PaletteLine extends ListCell<PaletteModel.Hit> {
    private final HBox title = new HBox();
    private final Label kind = new Label();
    private final Label keys = new Label();
    private final HBox line;

    PaletteLine(IntConsumer onChosen) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        kind.getStyleClass().addAll("small", "muted");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        keys.getStyleClass().addAll("mono", "chip");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(title.widthProperty());
        clip.heightProperty().bind(title.heightProperty());
        title.setClip(clip); // a long title goes on under the edge, in one line
        line = new HBox(12, title, gap, kind, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0); // as wide as the list
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            event.consume(); // the field keeps the focus
            if (!isEmpty()) onChosen.accept(getIndex());
        });
    }

    @Override
    protected void updateItem(PaletteModel.@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        setGraphic(hit == null || empty ? null : line);
        if (hit == null || empty) return;
        PaletteEntry entry = hit.entry();
        String leadsTo = Messages.text("palette.kind." + entry.kind().name().toLowerCase(Locale.ROOT));
        mark(entry.title(), hit.letters());
        kind.setText(entry.kind() == PaletteEntry.Kind.COMMAND ? "" : leadsTo);
        keys.setText(entry.keys() == null ? "" : entry.keys());
        keys.setVisible(entry.keys() != null);
        keys.setManaged(entry.keys() != null);
        setAccessibleText(entry.title() + ", " + leadsTo + (entry.keys() == null ? "" : ", " + entry.keys()));
    }

    /** Cuts the title into stretches of typed and of other letters. */
    private void mark(String text, BitSet letters) {
        title.getChildren().clear();
        for (int from = 0; from < text.length(); ) {
            boolean typed = letters.get(from);
            int end = typed ? letters.nextClearBit(from) : letters.nextSetBit(from);
            int to = end < 0 ? text.length() : Math.min(end, text.length());
            Text part = new Text(text.substring(from, to));
            part.getStyleClass().add(typed ? "typed" : "untyped");
            title.getChildren().add(part);
            from = to;
        }
    }
}
