/** Server-sent events of an answer as steps, and the player that puts them on the wire. */
@NullMarked
package dev.sightglass.simulator.stream;

import org.jspecify.annotations.NullMarked;
