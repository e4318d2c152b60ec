/** The Responses API: strict request rules, JSON answers and streams. */
@NullMarked
package dev.sightglass.simulator.responses;

import org.jspecify.annotations.NullMarked;
