/** The Messages API's own bytes to values and back. */
@NullMarked
package dev.sightglass.engine.codec.messages;

import org.jspecify.annotations.NullMarked;
