package com.sun.glass.ui.headless;

import com.sun.glass.ui.Clipboard;

/**
 * A view that can be told of a drag passing over it: JavaFX keeps those notifications for platform code.
 *
 * <p>Coordinates are the view's own, then the screen's. Results are {@code Clipboard.ACTION_*}: what the target takes.
 */
class UitestView extends HeadlessView {

    int dragEntered(int x, int y, int screenX, int screenY) {
        return notifyDragEnter(x, y, screenX, screenY, Clipboard.ACTION_COPY);
    }

    int dragMoved(int x, int y, int screenX, int screenY) {
        return notifyDragOver(x, y, screenX, screenY, Clipboard.ACTION_COPY);
    }

    int dropped(int x, int y, int screenX, int screenY) {
        return notifyDragDrop(x, y, screenX, screenY, Clipboard.ACTION_COPY);
    }

    void dragLeft() {
        notifyDragLeave();
    }

    void dragEnded(int performedAction) {
        notifyDragEnd(performedAction);
    }
}
