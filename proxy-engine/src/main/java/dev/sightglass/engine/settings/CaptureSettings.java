package dev.sightglass.engine.settings;

/**
 * What is kept of the traffic.
 *
 * @param payloads whether bodies are kept at all
 * @param maxBodyBytes the most that is kept of one body in memory; the true size is told beside
 * @param memoryBytes the most that all bodies together may take in memory; the oldest go first
 * @param storeBytes the most that the store may take on disk; the oldest exchanges go first, but no pinned one
 * @param storeDays exchanges older than so many days go, but no pinned one; 0 for no limit
 */
public record CaptureSettings(boolean payloads, long maxBodyBytes, long memoryBytes, long storeBytes, int storeDays) {
    /** A gigabyte: some 200,000 exchanges of a usual size. */
    private static final long USUAL_STORE = 1L << 30;

    public static final CaptureSettings DEFAULT = new CaptureSettings(true, 64L << 20, 256L << 20);

    /** With the usual limits of the store. */
    public CaptureSettings(boolean payloads, long maxBodyBytes, long memoryBytes) {
        this(payloads, maxBodyBytes, memoryBytes, USUAL_STORE, 0);
    }

    public CaptureSettings withPayloads(boolean other) {
        return new CaptureSettings(other, maxBodyBytes, memoryBytes, storeBytes, storeDays);
    }

    /** These settings with other limits of the store. */
    public CaptureSettings keeping(long bytes, int days) {
        return new CaptureSettings(payloads, maxBodyBytes, memoryBytes, bytes, days);
    }
}
