/** The ways in which the simulated upstream misbehaves when told to. */
@NullMarked
package dev.sightglass.simulator.fault;

import org.jspecify.annotations.NullMarked;
