package dev.sightglass.engine.settings;

/**
 * What is kept of the traffic.
 *
 * @param payloads whether bodies are kept at all
 * @param maxBodyBytes the most that is kept of one body in memory; the true size is told beside
 * @param memoryBytes the most that all bodies together may take in memory; the oldest go first
 */
public record CaptureSettings(boolean payloads, long maxBodyBytes, long memoryBytes) {
    public static final CaptureSettings DEFAULT = new CaptureSettings(true, 64L << 20, 256L << 20);

    public CaptureSettings withPayloads(boolean other) {
        return new CaptureSettings(other, maxBodyBytes, memoryBytes);
    }
}
