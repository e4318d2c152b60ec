/** Measurements of the running window. */
@NullMarked
package dev.sightglass.app.bench;

import org.jspecify.annotations.NullMarked;
