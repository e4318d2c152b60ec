package dev.sightglass.app.state;

/**
 * A query that a person keeps under a name.
 *
 * @param name told apart from others whatever its letters' case
 * @param query as typed; it was a good one when it was saved
 */
public record SavedFilter(String name, String query) {
    public SavedFilter {
        name = name.strip();
        query = query.strip();
    }

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other.strip());
    }
}
