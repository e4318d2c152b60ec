package dev.sightglass.engine.settings;

/**
 * Something wrong with a setting.
 *
 * @param field the setting, such as {@code azure.endpoint} or {@code deployments[2].name}
 * @param message what is wrong and what to do, for a person
 */
public record Problem(String field, String message) {}
