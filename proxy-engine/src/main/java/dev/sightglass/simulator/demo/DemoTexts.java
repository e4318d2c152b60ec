package dev.sightglass.simulator.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is said and shown in the sample conversation: a developer has a fault in a tide table mended. */
final class DemoTexts {
    static final String QUESTION =
            "The tide table shows every time one hour late in winter. Please find out why and mend it.";
    static final String SUB_AGENT_TASK = "Search the project for other places that add hours to a local time by hand. "
            + "Report each with its file and line, or say that there are none.";
    static final String TITLE_TASK =
            "Write a title of at most six words for a conversation that begins so: " + QUESTION;
    static final String SUMMARY_TASK = "Sum up in one sentence what has been changed in the tide table so far.";
    static final String WARNING_TASK = "Now write the storm warning that the harbour office asked for.";
    static final String HISTORY_TASK = "Tell me the long history of tide tables in that harbour.";

    static final String AFTER_READING = "harbour.tide";
    static final String AFTER_WRITING = "written: src/main/java/harbour/tide/TideTable.java";
    static final String AFTER_GREP = "src/main/java/harbour/tide/MoonPhase.java:44";

    private DemoTexts() {}

    static String resource(String name) {
        try (InputStream in = DemoTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is missing from the package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
