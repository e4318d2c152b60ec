package dev.sightglass.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

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

    private static Image picture(Node node, Paint background, int scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(background);
        parameters.setTransform(Transform.scale(scale, scale));
        return node.snapshot(parameters, null);
    }

    static void saveScreen(Stage stage, String name) {
        Rectangle2D area = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        write(new Robot().getScreenCapture(null, area), name + ".png");
    }

    private static void write(Image picture, String fileName) {
        try {
            Files.createDirectories(FOLDER);
            PngWriter.write(picture, FOLDER.resolve(fileName));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the screenshot " + fileName, failure);
        }
    }
}
