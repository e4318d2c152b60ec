/** Messages, content blocks and tools of the Messages API as immutable values; what is not known is kept as its raw JSON. */
@NullMarked
package dev.sightglass.engine.model.message;

import org.jspecify.annotations.NullMarked;
