/** Counts the tokens of requests on this machine. */
@NullMarked
package dev.sightglass.engine.tokens;

import org.jspecify.annotations.NullMarked;
