/** What is deployed in the simulated resource: models, their families and the limits each family has. */
@NullMarked
package dev.sightglass.simulator.deployment;

import org.jspecify.annotations.NullMarked;
