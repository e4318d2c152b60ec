package dev.sightglass.app.inspector;

/**
 * Opens an address in the system's browser after the person has agreed. Payloads are not trusted: nothing is ever opened or
 * loaded unasked, and only http and https addresses are passed on.
 */
@FunctionalInterface
public interface LinkOpener {
    void open(String address);
}
