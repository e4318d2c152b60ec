/** The door to the FX thread: background work and the live feed of exchanges. */
@NullMarked
package dev.sightglass.app.feed;

import org.jspecify.annotations.NullMarked;
