package dev.sightglass.app.inspector.translation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.engine.detail.AlignedPiece;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One piece: what became of it, where it is on both sides, why. */
final class PieceCell extends ListCell<AlignedPiece> {
    private final Label state = new Label();
    private final Label paths = new Label();
    private final Label why = new Label();
    private final VBox box = new VBox(new HBox(6, state, paths), why);

    private final BooleanSupplier wayBack;

    /** @param wayBack tells whether the pieces are those of the answer, which goes from Azure to the client */
    PieceCell(BooleanSupplier wayBack) {
        this.wayBack = wayBack;
        state.setMinWidth(USE_PREF_SIZE);
        paths.getStyleClass().add("mono");
        why.getStyleClass().addAll("muted", "why");
        why.setWrapText(true);
        paths.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        box.getStyleClass().add("piece");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable AlignedPiece piece, boolean empty) {
        super.updateItem(piece, empty);
        setGraphic(piece == null || empty ? null : box);
        if (piece == null || empty) return;
        String name = piece.state().name().toLowerCase(Locale.ROOT);
        state.setText(text("inspector.translation.state." + name));
        state.getStyleClass().setAll("label", "chip", "piece-" + name);
        paths.setText(paths(piece));
        paths.setTooltip(new Tooltip(paths(piece)));
        String words = piece.reason() == null ? piece.gist() : piece.reason();
        why.setText(Invisible.visible(words).replace('\n', ' '));
        why.setTooltip(new Tooltip(words));
    }

    private String paths(AlignedPiece piece) {
        if (piece.upstreamPath() == null) return Objects.requireNonNullElse(piece.clientPath(), "");
        if (piece.clientPath() == null || piece.clientPath().equals(piece.upstreamPath())) return piece.upstreamPath();
        return wayBack.getAsBoolean()
                ? piece.upstreamPath() + " → " + piece.clientPath()
                : piece.clientPath() + " → " + piece.upstreamPath();
    }
}
