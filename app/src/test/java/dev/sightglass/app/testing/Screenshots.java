package dev.sightglass.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.robot.Robot;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Transform;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Pictures of the running window, for people to look at and for the documentation. FX thread only. */
final class Screenshots {

    /** Surefire's working directory is the module's. */
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    static void save(Scene scene, String name) {
        save(scene.getRoot(), scene.getFill(), name);
    }

    static void save(Node node, String name) {
        save(node, Color.TRANSPARENT, name);
    }

    private static void save(Node node, Paint background, String name) {
        write(picture(node, background, 1), name + ".png");
        write(picture(node, background, 2), name + "@2x.png");
    }

    private static Image picture(Node node, @Nullable Paint background, int scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        // A popup's scene has no ground; left unsaid it would be white.
        parameters.setFill(background == null ? Color.TRANSPARENT : background);
        parameters.setTransform(Transform.scale(scale, scale));
        return node.snapshot(parameters, null);
    }

    /** All open windows where they lie on the screen, the first one's extent: dialogs, menus and tooltips included. */
    static void saveWindows(String name) {
        List<Window> windows = List.copyOf(Window.getWindows());
        write(composed(windows, 1), name + ".png");
        write(composed(windows, 2), name + "@2x.png");
    }

    private static Image composed(List<Window> windows, int scale) {
        Window first = windows.getFirst();
        Group layers = new Group();
        for (Window window : windows) {
            Scene scene = window.getScene();
            if (window instanceof PopupWindow) styleAnew(scene, first.getScene());
            ImageView layer = new ImageView(picture(scene.getRoot(), scene.getFill(), scale));
            layer.setX(Math.round((window.getX() + scene.getX() - first.getX()) * scale));
            layer.setY(Math.round((window.getY() + scene.getY() - first.getY()) * scale));
            layers.getChildren().add(layer);
            if (window instanceof Stage && window != first) layers.getChildren().add(frame(layer));
        }
        SnapshotParameters parameters = new SnapshotParameters();
        Scene extent = first.getScene();
        parameters.setViewport(new Rectangle2D(0, 0, extent.getWidth() * scale, extent.getHeight() * scale));
        return layers.snapshot(parameters, null);
    }

    /** A popup takes the look when it opens; the pictures change it while it is open. */
    private static void styleAnew(Scene popup, Scene owner) {
        popup.getStylesheets().setAll(List.copyOf(owner.getStylesheets()));
    }

    /** Dialogs have a frame on every desktop; here they would melt into what is below them. */
    private static Rectangle frame(ImageView dialog) {
        Image picture = dialog.getImage();
        Rectangle frame = new Rectangle(
                dialog.getX() - 0.5, dialog.getY() - 0.5, picture.getWidth() + 1, picture.getHeight() + 1);
        frame.setFill(Color.TRANSPARENT);
        frame.setStroke(Color.GRAY);
        return frame;
    }

    static void saveScreen(Stage stage, String name) {
        Rectangle2D area = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        write(new Robot().getScreenCapture(null, area), name + ".png");
    }

    private static void write(Image picture, String fileName) {
        try {
            Path file = FOLDER.resolve(fileName);
            Files.createDirectories(file.getParent());
            PngWriter.write(picture, file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the screenshot " + fileName, failure);
        }
    }
}
