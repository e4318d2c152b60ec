package com.sun.glass.ui.headless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.SystemClipboard;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Drag and drop inside the app: the start of a drag runs a nested event loop until the robot releases the button, as
 * the desktops' drag loops do. FX thread only.
 */
public class UitestDragAndDrop extends SystemClipboard {

    private static @Nullable UitestDragAndDrop active;
    private static @Nullable UitestView source;
    private static @Nullable UitestView over;
    private static int offeredActions;
    private static int acceptedAction;

    public UitestDragAndDrop() {
        super(Clipboard.DND);
    }

    static boolean isActive() {
        return active != null;
    }

    @Override
    protected void pushToSystem(HashMap<String, Object> data, int supportedActions) {
        active = this;
        source = UitestRobot.pressedView();
        over = null;
        offeredActions = supportedActions;
        acceptedAction = Clipboard.ACTION_NONE;
        application()._enterNestedEventLoop();
    }

    /** The pointer moved during a drag; no window is under it when {@code window} is null. */
    static void moveTo(@Nullable HeadlessWindow window, int screenX, int screenY) {
        UitestView view = window == null ? null : (UitestView) window.getView();
        if (view != over) {
            if (over != null) {
                over.dragLeft();
            }
            over = view;
            if (view != null) {
                acceptedAction = view.dragEntered(screenX - window.getX(), screenY - window.getY(), screenX, screenY);
            }
        }
        if (view != null) {
            acceptedAction = view.dragMoved(screenX - window.getX(), screenY - window.getY(), screenX, screenY);
        }
    }

    /** The button was released: drops on the accepting target, tells the source, ends the drag's event loop. */
    static void dropOn(@Nullable HeadlessWindow window, int screenX, int screenY) {
        active = null;
        int performed = Clipboard.ACTION_NONE;
        if (over != null && window != null && acceptedAction != Clipboard.ACTION_NONE) {
            performed = over.dropped(screenX - window.getX(), screenY - window.getY(), screenX, screenY);
        } else if (over != null) {
            over.dragLeft();
        }
        if (source != null) {
            source.dragEnded(performed);
        }
        application()._leaveNestedEventLoop(null);
    }

    private static HeadlessApplication application() {
        return (HeadlessApplication) Application.GetApplication();
    }

    @Override
    protected boolean isOwner() {
        return true;
    }

    @Override
    protected int supportedSourceActionsFromSystem() {
        return offeredActions;
    }

    @Override
    protected void pushTargetActionToSystem(int action) {
        // Nobody outside the app listens.
    }

    @Override
    protected @Nullable Object popFromSystem(String mimeType) {
        return null;
    }

    @Override
    protected String[] mimesFromSystem() {
        return new String[0];
    }
}
