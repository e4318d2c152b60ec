/** The seam of the upstream adapters: one implementation for each API that Azure speaks. */
@NullMarked
package dev.sightglass.engine.upstream;

import org.jspecify.annotations.NullMarked;
