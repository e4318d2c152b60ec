package com.sun.glass.ui.headless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Window;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/**
 * A robot whose mouse events carry what a real mouse's do: the held keys, the held buttons, a popup trigger on the
 * secondary button alone, and a press that keeps its window until the release.
 *
 * <p>The state is static because all robots of a JVM move one pointer. FX thread only.
 */
public class UitestRobot extends HeadlessRobot {

    /** Pixels that a notch of the wheel scrolls, as Glass gives them on the desktops. */
    private static final int PIXELS_PER_NOTCH = 40;

    private static final Set<MouseButton> PRESSED = EnumSet.noneOf(MouseButton.class);
    private static double pointerX;
    private static double pointerY;
    private static int heldKeys;
    private static @Nullable HeadlessWindow hovered;
    private static @Nullable HeadlessWindow grabbed;

    UitestRobot(HeadlessApplication application) {
        super(application);
    }

    @Override
    public double getMouseX() {
        return pointerX;
    }

    @Override
    public double getMouseY() {
        return pointerY;
    }

    @Override
    public void keyPress(KeyCode key) {
        heldKeys |= modifierOf(key);
        super.keyPress(key);
    }

    @Override
    public void keyRelease(KeyCode key) {
        heldKeys &= ~modifierOf(key);
        super.keyRelease(key);
    }

    @Override
    public void mouseMove(double x, double y) {
        pointerX = x;
        pointerY = y;
        if (UitestDragAndDrop.isActive()) {
            grabbed = null;
            UitestDragAndDrop.moveTo(windowUnderPointer(), (int) x, (int) y);
            return;
        }
        HeadlessWindow window = enterWindowUnderPointer();
        if (window == null) {
            return;
        }
        if (PRESSED.isEmpty()) {
            send(window, MouseEvent.MOVE, MouseEvent.BUTTON_NONE, false);
        } else {
            send(window, MouseEvent.DRAG, getGlassEventButton(PRESSED.iterator().next()), false);
        }
    }

    @Override
    public void mousePress(MouseButton... buttons) {
        for (MouseButton button : buttons) {
            press(button);
        }
    }

    private void press(MouseButton button) {
        HeadlessWindow window = enterWindowUnderPointer();
        if (window == null) {
            return;
        }
        if (PRESSED.isEmpty()) {
            grabbed = window;
        }
        PRESSED.add(button);
        if (!window.isFocused()) {
            window.requestFocus();
        }
        boolean popupTrigger = button == MouseButton.SECONDARY;
        send(window, MouseEvent.DOWN, getGlassEventButton(button), popupTrigger);
        if (popupTrigger && canReceive(window)) {
            viewOf(window).notifyMenu(localX(window), localY(window), (int) pointerX, (int) pointerY, false);
        }
    }

    @Override
    public void mouseRelease(MouseButton... buttons) {
        for (MouseButton button : buttons) {
            release(button);
        }
    }

    private void release(MouseButton button) {
        if (UitestDragAndDrop.isActive()) {
            grabbed = null;
            PRESSED.remove(button);
            UitestDragAndDrop.dropOn(windowUnderPointer(), (int) pointerX, (int) pointerY);
            return;
        }
        // The grabbing window has to be found before the button counts as released.
        HeadlessWindow window = windowUnderPointer();
        PRESSED.remove(button);
        if (window != null) {
            send(window, MouseEvent.UP, getGlassEventButton(button), false);
        }
        if (PRESSED.isEmpty()) {
            grabbed = null;
            enterWindowUnderPointer();
        }
    }

    @Override
    public void mouseWheel(int notches) {
        HeadlessWindow window = enterWindowUnderPointer();
        if (window == null) {
            return;
        }
        int direction = notches > 0 ? -1 : 1;
        for (int i = 0; i < Math.abs(notches); i++) {
            viewOf(window)
                    .notifyScroll(
                            localX(window),
                            localY(window),
                            (int) pointerX,
                            (int) pointerY,
                            0,
                            direction,
                            heldKeys,
                            0,
                            0,
                            0,
                            0,
                            PIXELS_PER_NOTCH,
                            PIXELS_PER_NOTCH);
        }
    }

    /** The view in which the current press began: the source of a drag that starts now. */
    static @Nullable UitestView pressedView() {
        return grabbed != null && canReceive(grabbed) ? viewOf(grabbed) : null;
    }

    /** Moves the hover to the window under the pointer with the exit and enter events of a real pointer. */
    private @Nullable HeadlessWindow enterWindowUnderPointer() {
        HeadlessWindow window = windowUnderPointer();
        if (window != hovered) {
            if (hovered != null && canReceive(hovered)) {
                send(hovered, MouseEvent.EXIT, MouseEvent.BUTTON_NONE, false);
            }
            hovered = window;
            if (window != null) {
                send(window, MouseEvent.ENTER, MouseEvent.BUTTON_NONE, false);
            }
        }
        return window;
    }

    private @Nullable HeadlessWindow windowUnderPointer() {
        if (!PRESSED.isEmpty() && grabbed != null && canReceive(grabbed)) {
            return grabbed;
        }
        HeadlessWindow topmost = null;
        for (Window window : Window.getWindows()) {
            if (window instanceof HeadlessWindow candidate && isUnderPointer(candidate)) {
                topmost = candidate;
            }
        }
        return topmost;
    }

    private static boolean isUnderPointer(HeadlessWindow window) {
        return canReceive(window)
                && window.isEnabled()
                && !window.isMinimized()
                && pointerX >= window.getX()
                && pointerX < window.getX() + window.getWidth()
                && pointerY >= window.getY()
                && pointerY < window.getY() + window.getHeight();
    }

    private static boolean canReceive(HeadlessWindow window) {
        return !window.isClosed() && window.isVisible() && window.getView() != null;
    }

    private static void send(HeadlessWindow window, int type, int button, boolean popupTrigger) {
        viewOf(window)
                .notifyMouse(
                        type,
                        button,
                        localX(window),
                        localY(window),
                        (int) pointerX,
                        (int) pointerY,
                        heldModifiers(),
                        popupTrigger,
                        false);
    }

    private static UitestView viewOf(HeadlessWindow window) {
        return (UitestView) window.getView();
    }

    private static int localX(HeadlessWindow window) {
        return (int) pointerX - window.getX();
    }

    private static int localY(HeadlessWindow window) {
        return (int) pointerY - window.getY();
    }

    private static int heldModifiers() {
        return PRESSED.stream().mapToInt(UitestRobot::modifierOf).reduce(heldKeys, (all, one) -> all | one);
    }

    private static int modifierOf(KeyCode key) {
        return switch (key) {
            case SHIFT -> KeyEvent.MODIFIER_SHIFT;
            case CONTROL -> KeyEvent.MODIFIER_CONTROL;
            case ALT -> KeyEvent.MODIFIER_ALT;
            case COMMAND, META, WINDOWS -> KeyEvent.MODIFIER_COMMAND;
            default -> KeyEvent.MODIFIER_NONE;
        };
    }

    private static int modifierOf(MouseButton button) {
        return switch (button) {
            case NONE -> KeyEvent.MODIFIER_NONE;
            case PRIMARY -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
            case SECONDARY -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
            case MIDDLE -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
            case BACK -> KeyEvent.MODIFIER_BUTTON_BACK;
            case FORWARD -> KeyEvent.MODIFIER_BUTTON_FORWARD;
        };
    }
}
