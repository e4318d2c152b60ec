package com.sun.glass.ui.headless;

import com.sun.glass.ui.CommonDialogs;
import com.sun.glass.ui.Cursor;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import java.io.File;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The headless toolkit with a usable screen size, the mended robot, and dialogs answered by {@link UitestDesktop}. */
public class UitestApplication extends HeadlessApplication {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final int BYTES_PER_PIXEL = 4;
    private static final int DPI = 96;

    private Screen @Nullable [] screens;

    @Override
    protected Screen[] staticScreen_getScreens() {
        if (screens == null) {
            screens = new Screen[] {screen()};
            // The stock buffer fits its own 1000x1000 screen only.
            frameBuffer = ByteBuffer.allocate(WIDTH * HEIGHT * BYTES_PER_PIXEL);
        }
        return screens;
    }

    /** Full bounds, platform bounds and visual bounds are the same: there is no task bar, and the scale is 1. */
    private static Screen screen() {
        return new Screen(
                0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, DPI, DPI, 1f, 1f, 1f, 1f);
    }

    @Override
    public GlassRobot createRobot() {
        // The stock method also remembers its robot, which every new window asks for.
        super.createRobot();
        return new UitestRobot(this);
    }

    @Override
    public View createView() {
        return new UitestView();
    }

    @Override
    public Cursor createCursor(int hotspotX, int hotspotY, Pixels pixels) {
        return new HeadlessCursor(Cursor.CURSOR_DEFAULT);
    }

    /** Needed by {@code KeyCharacterCombination}; characters of shifted keys count as their own key code. */
    @Override
    protected int _getKeyCodeForChar(char character, int hint) {
        if (character == '+') {
            return KeyCode.PLUS.getCode();
        }
        String wanted = String.valueOf(Character.toUpperCase(character));
        OptionalInt code = Arrays.stream(KeyCode.values())
                .filter(key -> key.getChar().equals(wanted))
                .mapToInt(KeyCode::getCode)
                .findFirst();
        return code.orElse(0);
    }

    @Override
    protected CommonDialogs.FileChooserResult staticCommonDialogs_showFileChooser(
            Window owner,
            String folder,
            String fileName,
            String title,
            int type,
            boolean multiple,
            CommonDialogs.ExtensionFilter[] filters,
            int defaultFilter) {
        List<File> chosen = UitestDesktop.nextChosenFiles(title, fileName);
        return chosen.isEmpty()
                ? new CommonDialogs.FileChooserResult()
                : new CommonDialogs.FileChooserResult(chosen, null);
    }

    @Override
    protected @Nullable File staticCommonDialogs_showFolderChooser(Window owner, String folder, String title) {
        List<File> chosen = UitestDesktop.nextChosenFiles(title, folder);
        return chosen.isEmpty() ? null : chosen.getFirst();
    }

    @Override
    protected void _showDocument(String uri) {
        UitestDesktop.documentShown(uri);
    }
}
