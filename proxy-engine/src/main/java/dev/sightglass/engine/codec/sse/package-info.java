/** Event streams as WHATWG HTML has them, from bytes and to bytes. */
@NullMarked
package dev.sightglass.engine.codec.sse;

import org.jspecify.annotations.NullMarked;
