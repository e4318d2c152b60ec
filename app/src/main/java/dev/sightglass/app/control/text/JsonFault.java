package dev.sightglass.app.control.text;

/**
 * Where and why a text is not JSON.
 *
 * @param offset position in the text as received, in bytes
 * @param formattedOffset position of the same place in the formatted text
 * @param message what was expected, for a person
 */
public record JsonFault(int offset, int formattedOffset, String message) {}
