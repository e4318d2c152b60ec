package dev.sightglass.app.accessibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Finds text that is hard to read: less contrast than WCAG 2 asks for (success criterion 1.4.3, 4.5:1) against what is really
 * painted behind it. For that the scene is painted once without its texts. Disabled controls are left out, as the
 * criterion does. FX thread only.
 */
final class Contrast {
    static final double LEAST = 4.5;

    /** A colour with a smaller part of the ground than this is an edge or a mark beside the letters. */
    private static final double SHARE = 0.2;

    private final Scene scene;
    private final WritableImage whole;
    private final WritableImage ground;

    private Contrast(Scene scene, WritableImage whole, WritableImage ground) {
        this.scene = scene;
        this.whole = whole;
        this.ground = ground;
    }

    /** One line for each text without enough contrast. */
    static List<String> tooLow(Scene scene) {
        List<Node> texts = Walk.shown(scene.getRoot()).filter(Walk::isWords).toList();
        WritableImage whole = picture(scene);
        List<Double> opacities = texts.stream().map(Node::getOpacity).toList();
        texts.forEach(text -> text.setOpacity(0));
        WritableImage ground = picture(scene);
        for (int i = 0; i < texts.size(); i++) texts.get(i).setOpacity(opacities.get(i));
        Contrast contrast = new Contrast(scene, whole, ground);
        List<String> problems = new ArrayList<>();
        for (Node text : texts) {
            String problem = contrast.problem((Text) text);
            if (problem != null) problems.add(problem);
        }
        return problems;
    }

    /** The contrast of two opaque colours (WCAG 2, "contrast ratio"). */
    static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static WritableImage picture(Scene scene) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(scene.getFill());
        parameters.setViewport(new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight()));
        return scene.getRoot().snapshot(parameters, null);
    }

    private @Nullable String problem(Text text) {
        if (disabled(text) || !(text.getFill() instanceof Color fill)) return null;
        Color lowest = null;
        double least = LEAST;
        double opacity = opacity(text);
        for (Color behind : behind(text)) {
            Color seen = behind.interpolate(
                    Color.color(fill.getRed(), fill.getGreen(), fill.getBlue()), fill.getOpacity() * opacity);
            double ratio = ratio(seen, behind);
            if (ratio < least) {
                least = ratio;
                lowest = behind;
            }
        }
        return lowest == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "%.2f:1  \"%s\" in %s on %s, at %s",
                        least,
                        text.getText().length() > 40 ? text.getText().substring(0, 40) : text.getText(),
                        web(fill),
                        web(lowest),
                        Walk.path(text));
    }

    /** The colours that take a good part of the ground behind the part of a text that is in sight. */
    private List<Color> behind(Text text) {
        Bounds area = inSight(text);
        if (area == null) return List.of();
        PixelReader pixels = ground.getPixelReader();
        Map<Integer, Integer> counts = new HashMap<>();
        boolean painted = false;
        int all = 0;
        for (int y = (int) Math.ceil(area.getMinY()); y < Math.min(area.getMaxY(), ground.getHeight()); y++)
            for (int x = (int) Math.ceil(area.getMinX()); x < Math.min(area.getMaxX(), ground.getWidth()); x++) {
                counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
                painted |= pixels.getArgb(x, y) != whole.getPixelReader().getArgb(x, y);
                all++;
            }
        if (!painted) return List.of(); // something lies over it
        int least = (int) (all * SHARE);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > least)
                .map(entry -> Color.rgb(entry.getKey() >> 16 & 0xFF, entry.getKey() >> 8 & 0xFF, entry.getKey() & 0xFF))
                .toList();
    }

    /** The bounds in the scene, cut by every clip above; null when nothing of it can be seen. */
    private @Nullable Bounds inSight(Text text) {
        Bounds area = text.localToScene(text.getLayoutBounds());
        for (Node up = text; up != null; up = up.getParent())
            if (up.getClip() != null) {
                Bounds clip = up.localToScene(up.getClip().getBoundsInParent());
                area = cut(area, clip);
                if (area == null) return null;
            }
        return cut(area, new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()));
    }

    private static @Nullable Bounds cut(Bounds area, Bounds by) {
        double x = Math.max(area.getMinX(), by.getMinX());
        double y = Math.max(area.getMinY(), by.getMinY());
        double width = Math.min(area.getMaxX(), by.getMaxX()) - x;
        double height = Math.min(area.getMaxY(), by.getMaxY()) - y;
        return width < 2 || height < 2 ? null : new BoundingBox(x, y, width, height);
    }

    private static boolean disabled(Node node) {
        return node.isDisabled();
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node up = node; up != null; up = up.getParent()) opacity *= up.getOpacity();
        return opacity;
    }

    private static String web(Color colour) {
        return colour.toString().substring(2);
    }
}
