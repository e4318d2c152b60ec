package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.SearchBox;
import dev.sightglass.app.control.text.FoldingRows;
import dev.sightglass.app.control.text.Syntax;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.theme.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Mode, wrapping, folding, copying and search of a body. */
final class BodyToolBar extends WrappingBar {
    private final HBox tools = new HBox();
    private final ToggleGroup modes = new ToggleGroup();
    private final ToggleButton pretty;
    private final ToggleButton tree;
    private final ToggleButton wrap = new ToggleButton("", Icons.of(Feather.CORNER_DOWN_LEFT));
    private BodyMode mode = BodyMode.PRETTY;

    BodyToolBar(TextView view, SearchBox search, BackgroundTasks tasks, Runnable onChange) {
        getStyleClass().add("body-tools");
        tools.getStyleClass().add("tools");
        pretty = modeButton(BodyMode.PRETTY, onChange);
        tree = modeButton(BodyMode.TREE, onChange);
        HBox segments = new HBox(pretty, tree, modeButton(BodyMode.RAW, onChange), modeButton(BodyMode.HEX, onChange));
        segments.getStyleClass().add("segments");
        segments.setMinWidth(USE_PREF_SIZE);
        pretty.setSelected(true);
        named(wrap, "body-wrap", "body.wrap");
        wrap.setSelected(true);
        wrap.selectedProperty().subscribe((was, is) -> {
            if (!was.equals(is)) onChange.run();
        });
        Button foldAll = new Button("", Icons.of(Feather.MINIMIZE_2));
        named(foldAll, "body-fold", "body.fold");
        foldAll.setOnAction(_ -> view.fold(FoldingRows::foldAll));
        Button unfoldAll = new Button("", Icons.of(Feather.MAXIMIZE_2));
        named(unfoldAll, "body-unfold", "body.unfold");
        unfoldAll.setOnAction(_ -> view.fold(FoldingRows::unfoldAll));
        tools.getChildren().addAll(segments, wrap, foldAll, unfoldAll, new BodyCopyButton(view, tasks));
        setParts(tools, search);
    }

    private ToggleButton modeButton(BodyMode which, Runnable onChange) {
        ToggleButton button = new ToggleButton(text("body.mode." + which.key()));
        button.setId("body-mode-" + which.key());
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(modes);
        button.setOnAction(_ -> {
            button.setSelected(true);
            if (mode == which) return;
            mode = which;
            onChange.run();
        });
        return button;
    }

    private static void named(ButtonBase button, String id, String key) {
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tooltip(text(key)));
        button.setAccessibleText(text(key));
    }

    BodyMode mode() {
        return mode;
    }

    boolean wraps() {
        return wrap.isSelected();
    }

    /** Plain text has no tree and nothing to fold, bytes have no lines to wrap. */
    void setMedia(Syntax syntax) {
        boolean plain = syntax == Syntax.PLAIN;
        tree.setDisable(plain);
        for (Node node : tools.getChildren()) {
            String id = node.getId();
            if ("body-fold".equals(id) || "body-unfold".equals(id)) node.setDisable(plain || mode == BodyMode.HEX);
        }
        wrap.setDisable(mode == BodyMode.HEX || (mode == BodyMode.TREE && !plain));
    }
}
