package dev.sightglass.engine.credential;

/** One place that a token of Entra ID may come from. */
interface TokenSource {
    /** What it is called in messages. */
    String name();

    /** @throws CredentialMissing saying what it lacks, or how it failed */
    AccessToken token() throws CredentialMissing, InterruptedException;
}
