package dev.sightglass.simulator.wire;

/** One header line, name in the case in which it was on the wire. */
public record Header(String name, String value) {
    /** Compares names without case (RFC 9110, 5.1). */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
