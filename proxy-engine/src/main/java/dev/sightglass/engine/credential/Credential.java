package dev.sightglass.engine.credential;

import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;

/** Gives the header that lets a request into Azure. Thread-safe; may wait for a token. */
@FunctionalInterface
public interface Credential {
    /**
     * @param client the headers of the client's request
     * @throws CredentialMissing with what to do
     */
    Header header(Deployment deployment, Headers client) throws CredentialMissing, InterruptedException;
}
