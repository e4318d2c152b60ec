package dev.sightglass.engine.model;

/** The APIs that Azure speaks. */
public enum UpstreamKind {
    CHAT("chat", "Chat Completions"),
    RESPONSES("responses", "Responses"),
    ANTHROPIC("anthropic", "Messages (pass-through)");

    private final String option;
    private final String title;

    UpstreamKind(String option, String title) {
        this.option = option;
        this.title = title;
    }

    /** The word used on the command line, in settings and in exports. */
    public String option() {
        return option;
    }

    /** The name shown to people. */
    public String title() {
        return title;
    }
}
