package dev.sightglass.simulator.deployment;

/** The wire APIs that a deployment can be asked through. */
public enum Api {
    CHAT_COMPLETIONS("chatCompletion"),
    RESPONSES("responses"),
    MESSAGES("messages");

    private final String operation;

    Api(String operation) {
        this.operation = operation;
    }

    /** Azure's word for the operation in its error messages. */
    public String operation() {
        return operation;
    }
}
