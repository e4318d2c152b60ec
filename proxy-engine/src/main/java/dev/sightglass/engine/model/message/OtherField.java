package dev.sightglass.engine.model.message;

/**
 * A field that the type has no component for.
 *
 * @param name the field's name
 * @param json its value's JSON text as received
 */
public record OtherField(String name, String json) {}
