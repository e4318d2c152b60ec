/** The engine's facade and wiring. Sub-packages never import it. */
@NullMarked
package dev.sightglass.engine;

import org.jspecify.annotations.NullMarked;
