package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.body.Pictures;
import dev.sightglass.app.control.flow.FlowNode;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/** A picture with its size and format below it. */
final class PictureNode extends FlowNode<Row> {
    private static final double HIGHEST = 320;

    private final PictureCache pictures;
    private final ImageView view = new ImageView();
    private final Label words = new Label();

    PictureNode(PictureCache pictures) {
        this.pictures = pictures;
        view.setPreserveRatio(true);
        words.getStyleClass().add("subtle");
        getChildren().addAll(view, words);
    }

    @Override
    protected void show(Row row) {
        if (!(row instanceof Row.Picture picture)) return;
        RowNodes.colour(this, picture.edge(), "row-picture");
        view.setImage(null);
        words.setText(text("inspector.conversation.picture"));
        Pictures.Loaded known = pictures.get(picture.base64(), loaded -> {
            if (row() != row) return;
            fill(loaded);
            heightChanged();
        });
        if (known != null) fill(known);
    }

    private void fill(Pictures.Loaded loaded) {
        view.setImage(loaded.image());
        view.setAccessibleText(loaded.words());
        words.setText(loaded.words());
        requestLayout();
    }

    private double scale(double width) {
        Image image = view.getImage();
        if (image == null) return 0;
        double room = Column.width(width, true);
        return Math.min(1, Math.min(HIGHEST / image.getHeight(), room / image.getWidth()));
    }

    @Override
    protected double heightFor(double width) {
        Image image = view.getImage();
        return (image == null ? 0 : Math.ceil(image.getHeight() * scale(width)) + 4) + 28;
    }

    @Override
    protected void layoutChildren() {
        double left = Column.LEFT;
        Image image = view.getImage();
        double height = image == null ? 0 : Math.ceil(image.getHeight() * scale(getWidth()));
        if (image != null) view.setFitHeight(height);
        view.relocate(left, 4);
        words.resizeRelocate(left, height + 6, getWidth() - left, 18);
    }
}
