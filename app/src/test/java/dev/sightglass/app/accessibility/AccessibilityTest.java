package dev.sightglass.app.accessibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.WindowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Opens the whole window, light and dark, and looks at each thing in it. */
class AccessibilityTest extends WindowTest {
    /** What is wrong, and where it was seen first. */
    private final Map<String, String> problems = new TreeMap<>();

    @BeforeEach
    void open() throws Exception {
        openOnDemo();
    }

    @Test
    void contrastIsReckonedAsInWcag() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21, within(0.001));
        assertThat(Contrast.ratio(Color.web("#777777"), Color.WHITE)).isEqualTo(4.48, within(0.005));
        assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isEqualTo(4.54, within(0.005));
    }

    @Test
    void theWalkFindsWhatHasNoNameAndWhatIsTooPale() {
        Label pale = new Label("pale");
        Label fine = new Label("fine");
        Stage faulty = show(
                () -> new HBox(new Button(), new TextField("its value"), new Button("Named"), pale, fine), 400, 60);
        runOnFx(() -> {
            pale.setTextFill(Color.web("#999999"));
            fine.setTextFill(Color.web("#333333"));
            assertThat(Names.missing(faulty.getScene().getRoot())).hasSize(2);
            assertThat(Contrast.tooLow(faulty.getScene()))
                    .singleElement()
                    .asString()
                    .contains("pale");
        });
    }

    @Test
    void everythingInTheEmptyWindowAndItsDialogsCanBeReadAndNamed() {
        look("the empty window");
        for (KeyCode[] keys : DIALOGS) {
            press(keys);
            await("the dialog", () -> Window.getWindows().size() > 1);
            look("the dialog of " + List.of(keys));
            press(KeyCode.ESCAPE);
            await("the closed dialog", () -> Window.getWindows().size() == 1);
        }
        press(KeyCode.CONTROL, KeyCode.COMMA);
        TabPane pages = node("settings-pages", TabPane.class);
        click("settings-test");
        await(
                "the connection's findings",
                () -> robot.lookup("#check-findings .ikonli-font-icon")
                        .tryQuery()
                        .isPresent());
        for (int page = 0; page < 4; page++) {
            int index = page;
            runOnFx(() -> pages.getSelectionModel().select(index));
            look("page " + page + " of the settings");
        }
        press(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.K);
        look("the palette");
        type("th");
        look("the palette's hits");
        press(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.K);
        type("first steps");
        press(KeyCode.ENTER);
        await("the guide", () -> robot.lookup("#guide").tryQuery().isPresent());
        look("the first steps");
        press(KeyCode.ESCAPE);
        await("the closed guide", () -> Window.getWindows().size() == 1);
        click("main-menu");
        look("the menu");
        press(KeyCode.ESCAPE);
        assertThat(problems).isEmpty();
    }

    private static final KeyCode[][] DIALOGS = {
        {KeyCode.CONTROL, KeyCode.COMMA}, {KeyCode.F1}, {KeyCode.CONTROL, KeyCode.E}
    };

    @Test
    void everyStateOfARowCanBeRead() {
        runOnFx(() -> {
            app.sessions().changed(SampleExchanges.aScreenful(), Set.of());
            app.exchanges().changed(SampleExchanges.aScreenful(), Set.of());
        });
        WaitForAsyncUtils.waitForFxEvents();
        goToFirstRow();
        look("the rows");
        press(KeyCode.CONTROL, KeyCode.F);
        look("the rows without the focus");
        type("sto");
        press(KeyCode.DOWN);
        look("the filter's offers");
        type(" tol=3");
        look("the filter's problem");
        assertThat(problems).isEmpty();
    }

    @Test
    void everyPanelCanBeReadAndNamed() throws Exception {
        converse();
        runOnFx(() -> stage.getScene().lookup("#exchange-table").requestFocus());
        for (KeyCode key : List.of(KeyCode.HOME, KeyCode.J, KeyCode.END)) {
            press(key);
            lookAtPanels(key);
        }
        assertThat(problems).isEmpty();
    }

    private void lookAtPanels(KeyCode row) {
        for (String tab : tabs()) {
            runOnFx(() -> ((ToggleButton) stage.getScene().lookup("#" + tab)).fire());
            settle();
            look(tab + " after " + row);
        }
    }

    private List<String> tabs() {
        return onFx(() -> stage.getScene().getRoot().lookupAll(".panel-tab").stream()
                .filter(node -> !node.isDisabled())
                .map(Node::getId)
                .sorted()
                .toList());
    }

    /** Panels load beside the FX thread: two looks alike mean that they are done. */
    private void settle() {
        List<Integer> counts = new ArrayList<>();
        await("a panel at rest", () -> {
            counts.add((int) Walk.shown(stage.getScene().getRoot()).count());
            int n = counts.size();
            return n > 8 && counts.subList(n - 6, n).stream().distinct().count() == 1;
        });
    }

    /** In both themes. */
    private void look(String where) {
        for (String theme : List.of("light", "dark")) {
            WaitForAsyncUtils.waitForFxEvents();
            runOnFx(() -> {
                for (Window window : List.copyOf(Window.getWindows()))
                    if (window.isShowing()) look(where + " (" + theme + ")", window.getScene());
            });
            runOnFx(() -> app.themes().toggle());
        }
    }

    private void look(String where, Scene scene) {
        scene.getRoot().applyCss();
        Names.missing(scene.getRoot()).forEach(line -> problems.putIfAbsent("no name: " + line, where));
        Contrast.tooLow(scene).forEach(line -> problems.putIfAbsent(line, where));
    }
}
