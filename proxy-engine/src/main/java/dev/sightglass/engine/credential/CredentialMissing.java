package dev.sightglass.engine.credential;

/** There is no credential for Azure. The message says where one could come from. */
public final class CredentialMissing extends Exception {
    private static final long serialVersionUID = 1;

    public CredentialMissing(String message) {
        super(message, null, false, false);
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
