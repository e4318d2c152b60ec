/** Carries one exchange from the client's request to the last byte of its answer. */
@NullMarked
package dev.sightglass.engine.pipeline;

import org.jspecify.annotations.NullMarked;
