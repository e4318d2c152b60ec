/** Decides which deployment a requested model goes to. */
@NullMarked
package dev.sightglass.engine.routing;

import org.jspecify.annotations.NullMarked;
