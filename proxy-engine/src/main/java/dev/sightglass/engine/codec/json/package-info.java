/** Reading JSON piece by piece with exact byte ranges, and writing it without ever building a tree of a whole message. */
@NullMarked
package dev.sightglass.engine.codec.json;

import org.jspecify.annotations.NullMarked;
