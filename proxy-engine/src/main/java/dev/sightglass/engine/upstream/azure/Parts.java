package dev.sightglass.engine.upstream.azure;

/** Receives the content of a user message piece by piece and writes it in one API's own form. */
public interface Parts {
    void text(String text);

    /** @param url an address or a data URL */
    void image(String url);

    /** @param dataUrl a data URL with the file's bytes */
    void file(String name, String dataUrl);
}
