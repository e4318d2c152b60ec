package dev.sightglass.app.state;

import dev.sightglass.app.exchanges.ColumnLayout;
import dev.sightglass.app.theme.ThemeMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The window as a person left it.
 *
 * @param version of this shape: {@link #VERSION}
 * @param bounds null until the window has been closed once
 * @param inspectorShare height of the table as a part of the space for table and inspector
 * @param sessions whether the list of sessions is open
 * @param sessionsShare width of the list of sessions as a part of the window's
 * @param follow whether the table follows the newest row
 * @param queries the filters asked last, the newest first; none in files of versions that did not know them
 * @param recent ids of what was used last in the palette, the newest first; likewise
 * @param panel key of the inspector's panel in front; null in files of versions that did not keep it
 */
public record UiState(
        int version,
        @Nullable Bounds bounds,
        ColumnLayout columns,
        double inspectorShare,
        boolean sessions,
        double sessionsShare,
        ThemeMode theme,
        double zoom,
        boolean follow,
        List<String> queries,
        List<String> recent,
        @Nullable String panel) {
    public static final int VERSION = 1;
    public static final UiState FIRST = new UiState(
            VERSION, null, ColumnLayout.FIRST, 0.5, true, 0.2, ThemeMode.SYSTEM, 1, true, List.of(), List.of(), null);

    @SuppressWarnings("ConstantValue")
    public UiState {
        queries = queries == null ? List.of() : List.copyOf(queries);
        recent = recent == null ? List.of() : List.copyOf(recent);
    }

    /** Where the window was, in px of the screen. */
    public record Bounds(double x, double y, double width, double height, boolean maximised) {}
}
