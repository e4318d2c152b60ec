/** The sample conversation that the demo sends through the proxy. */
@NullMarked
package dev.sightglass.simulator.demo;

import org.jspecify.annotations.NullMarked;
