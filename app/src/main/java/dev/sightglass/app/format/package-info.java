/** Durations, counts, bytes, money and the window's English as text. */
@NullMarked
package dev.sightglass.app.format;

import org.jspecify.annotations.NullMarked;
