/** The Messages API as the Foundry endpoint serves it: strict request rules, JSON answers and streams. */
@NullMarked
package dev.sightglass.simulator.messages;

import org.jspecify.annotations.NullMarked;
