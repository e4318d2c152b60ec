/** Text as bytes: formatting, rows, colours, search and paths for payload viewers of any size. No JavaFX in here. */
@NullMarked
package dev.sightglass.app.control.text;

import org.jspecify.annotations.NullMarked;
