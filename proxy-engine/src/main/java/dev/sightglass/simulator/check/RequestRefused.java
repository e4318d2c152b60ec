package dev.sightglass.simulator.check;

/** Ends the validation of a request at the first rule that it breaks. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RequestRefused(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
