/** Files that only their owner may read, written whole or not at all. Imports the JDK only. */
@NullMarked
package dev.sightglass.engine.files;

import org.jspecify.annotations.NullMarked;
