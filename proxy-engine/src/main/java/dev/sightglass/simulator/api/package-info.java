/** The seam between the simulator's routing and the three wire APIs that it serves. */
@NullMarked
package dev.sightglass.simulator.api;

import org.jspecify.annotations.NullMarked;
