package dev.sightglass.engine.upstream.http;

import java.io.IOException;

/** No connection was made; for TLS and names there are exceptions of their own. */
public final class ConnectFailed extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean timedOut;

    ConnectFailed(IOException cause, boolean timedOut) {
        super(cause);
        this.timedOut = timedOut;
    }

    /** True when the other side said nothing at all. */
    public boolean timedOut() {
        return timedOut;
    }
}
