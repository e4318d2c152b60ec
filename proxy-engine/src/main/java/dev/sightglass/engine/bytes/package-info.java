/** Bytes looked at eight at a time: single ones found, UTF-8 checked. Imports the JDK only. */
@NullMarked
package dev.sightglass.engine.bytes;

import org.jspecify.annotations.NullMarked;
