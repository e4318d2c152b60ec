package dev.sightglass.engine;

/**
 * One result of a {@link ConnectionCheck}.
 *
 * @param message what was found and, when something is wrong, what to do
 */
public record CheckFinding(Step step, Verdict verdict, String message) {
    /** What was looked at, in order. */
    public enum Step {
        SETTINGS("Settings"),
        ADDRESS("Address"),
        CONNECTION("Connection"),
        CREDENTIAL("Credential"),
        DEPLOYMENT("Deployment"),
        ANSWER("Answer");

        private final String title;

        Step(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** How it looks. */
    public enum Verdict {
        GOOD,
        DOUBTFUL,
        BAD
    }
}
