package com.sun.glass.ui.headless;

import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the desktop outside the app's windows would do: a person who answers file choosers, and a browser.
 *
 * <p>Static because the toolkit itself is one per JVM; {@link #reset} between tests. Any thread.
 */
public final class UitestDesktop {

    private static final Deque<List<File>> ANSWERS = new ArrayDeque<>();
    private static final List<ChooserShown> SHOWN = new ArrayList<>();
    private static final List<String> DOCUMENTS = new ArrayList<>();

    private UitestDesktop() {}

    /** A chooser that the app opened, with the file name (or folder) that it proposed. */
    public record ChooserShown(String title, String proposed) {}

    /** The files picked in the next unanswered file or folder chooser; none means that the person cancels. */
    public static synchronized void answerNextChooser(List<File> files) {
        ANSWERS.add(List.copyOf(files));
    }

    /** The choosers opened since the last {@link #reset}, oldest first. */
    public static synchronized List<ChooserShown> choosersShown() {
        return List.copyOf(SHOWN);
    }

    /** The addresses handed to the desktop's browser since the last {@link #reset}, oldest first. */
    public static synchronized List<String> documentsShown() {
        return List.copyOf(DOCUMENTS);
    }

    public static synchronized void reset() {
        ANSWERS.clear();
        SHOWN.clear();
        DOCUMENTS.clear();
    }

    static synchronized List<File> nextChosenFiles(String title, String proposed) {
        SHOWN.add(new ChooserShown(title, proposed));
        List<File> answer = ANSWERS.poll();
        return answer == null ? List.of() : answer;
    }

    static synchronized void documentShown(String uri) {
        DOCUMENTS.add(uri);
    }
}
