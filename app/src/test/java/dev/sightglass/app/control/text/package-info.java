/** Formatting, rows, search and paths. */
@NullMarked
package dev.sightglass.app.control.text;

import org.jspecify.annotations.NullMarked;
