/** Building blocks of request validation: typed access to JSON, schema rules and Azure's error bodies. */
@NullMarked
package dev.sightglass.simulator.check;

import org.jspecify.annotations.NullMarked;
