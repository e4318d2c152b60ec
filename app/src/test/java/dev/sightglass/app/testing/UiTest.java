package dev.sightglass.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.headless.UitestDesktop;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.assertj.core.util.Throwables;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Base of the screen tests: each test opens its own stage and leaves nothing behind.
 *
 * <p>TestFX's shared primary stage is not used, since its size and state would leak from class to class. An exception
 * that nobody caught on the FX thread fails the test in which it happened: left alone it would only make later tests
 * fail in odd ways. Test methods run off the FX thread; touch nodes through {@link #onFx}.
 */
@Tag("ui")
public abstract class UiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The first whole window of a JVM takes half a minute where many other processes run. */
    private static final Duration FX_PATIENCE = Duration.ofSeconds(90);

    private static final List<Throwable> UNCAUGHT = new CopyOnWriteArrayList<>();

    /** TestFX itself, for what the helpers below do not offer. */
    protected final FxRobot robot = new FxRobot();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        WaitForAsyncUtils.printException = false; // reported by closeEverything, once
        fx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> UNCAUGHT.add(failure));
            return true;
        });
    }

    @BeforeEach
    final void forgetEarlierTests() {
        UNCAUGHT.clear();
        UitestDesktop.reset();
    }

    @AfterEach
    final void closeEverything() {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
        runOnFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(UNCAUGHT)
                .as("exceptions that nobody caught on the FX thread")
                .isEmpty();
    }

    /** The exceptions that nobody caught on the FX thread in this test; taken, they no longer fail it. */
    protected final List<Throwable> takeUncaught() {
        try {
            // TestFX keeps back what an event handler threw while its robot acted.
            WaitForAsyncUtils.checkException();
        } catch (Throwable thrownInHandler) {
            UNCAUGHT.add(Throwables.getRootCause(thrownInHandler));
        }
        WaitForAsyncUtils.clearExceptions();
        List<Throwable> taken = List.copyOf(UNCAUGHT);
        UNCAUGHT.removeAll(taken);
        return taken;
    }

    /** Shows {@code content}, made on the FX thread, in a new stage with a scene of this size. */
    protected final Stage show(Supplier<? extends Parent> content, double width, double height) {
        return showScene(() -> new Scene(content.get(), width, height));
    }

    /** Shows a scene, made on the FX thread, in a new stage in the screen's top left corner. */
    protected final Stage showScene(Supplier<Scene> scene) {
        Stage stage = onFx(() -> {
            Stage opened = new Stage();
            opened.setX(0);
            opened.setY(0);
            opened.setScene(scene.get());
            opened.show();
            opened.requestFocus();
            return opened;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return stage;
    }

    /** Runs on the FX thread and gives the result, or throws what the task threw. */
    protected final <T> T onFx(Callable<T> task) {
        return fx(task);
    }

    /** {@link #onFx} for tasks without a result. */
    protected final void runOnFx(Runnable task) {
        fx(() -> {
            task.run();
            return true;
        });
    }

    private static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(FX_PATIENCE.toMillis(), task);
    }

    /** Waits until the condition, read on the FX thread, holds; {@code what} names it if it never does. */
    protected final void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> onFx(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The showing node with this id, in any window; waited for. */
    protected final <T extends Node> T node(String id, Class<T> type) {
        await("a showing node #" + id, () -> robot.lookup("#" + id).tryQuery().isPresent());
        return type.cast(robot.lookup("#" + id).query());
    }

    protected final Node node(String id) {
        return node(id, Node.class);
    }

    /** Whether a showing node has this id now, without waiting. */
    protected final boolean exists(String id) {
        return onFx(() -> robot.lookup("#" + id).tryQuery().isPresent());
    }

    protected final void click(String id) {
        robot.clickOn(node(id));
    }

    /** Clicks the middle of the node while these keys are held. */
    protected final void click(Node node, KeyCode... held) {
        robot.press(held);
        robot.clickOn(node);
        robot.release(held);
    }

    protected final void doubleClick(Node node) {
        robot.doubleClickOn(node);
    }

    protected final void rightClick(Node node) {
        robot.rightClickOn(node);
    }

    /** Clicks the first showing node with this text: menu items, buttons, tabs, labels. */
    protected final void clickText(String text) {
        await(
                "a showing text '" + text + "'",
                () -> robot.lookup(text).tryQuery().isPresent());
        robot.clickOn(text);
    }

    /** Types text into the focused node. */
    protected final void type(String text) {
        robot.write(text);
    }

    /** Presses these keys together, as in {@code press(CONTROL, F)}, and lets them go. */
    protected final void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** The next file or folder chooser that the app opens is answered with these files; none cancels it. */
    protected final void answerNextChooser(Path... files) {
        List<File> chosen = Arrays.stream(files).map(Path::toFile).toList();
        UitestDesktop.answerNextChooser(chosen);
    }

    /** Writes target/screenshots/NAME.png and NAME@2x.png of a whole scene (its popups are windows of their own). */
    protected final void snapshot(Scene scene, String name) {
        runOnFx(() -> Screenshots.save(scene, name));
    }

    /** Writes target/screenshots/NAME.png and NAME@2x.png of one node. */
    protected final void snapshot(Node node, String name) {
        runOnFx(() -> Screenshots.save(node, name));
    }

    /** Writes target/screenshots/NAME.png and NAME@2x.png of all open windows as they lie over each other. */
    protected final void snapshotWindows(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        runOnFx(() -> Screenshots.saveWindows(name));
    }

    /** Writes target/screenshots/NAME.png of what the screen shows where the stage is: menus and dialogs included. */
    protected final void snapshotScreen(Stage stage, String name) {
        runOnFx(() -> Screenshots.saveScreen(stage, name));
    }
}
