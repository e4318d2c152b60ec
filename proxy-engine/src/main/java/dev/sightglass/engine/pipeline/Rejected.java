package dev.sightglass.engine.pipeline;

/** Ends an exchange before anything is sent upstream. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Rejection rejection;

    Rejected(Rejection rejection) {
        super(rejection.message(), null, false, false);
        this.rejection = rejection;
    }

    Rejection rejection() {
        return rejection;
    }
}
