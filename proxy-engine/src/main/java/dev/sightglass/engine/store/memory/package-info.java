/** The store that forgets: in memory, bounded. */
@NullMarked
package dev.sightglass.engine.store.memory;

import org.jspecify.annotations.NullMarked;
