/** Turns events into what is kept: redacted, bounded, in order. */
@NullMarked
package dev.sightglass.engine.capture;

import org.jspecify.annotations.NullMarked;
