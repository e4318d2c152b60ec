/** A store for traffic that must go on whether or not the data folder can be used. */
@NullMarked
package dev.sightglass.engine.store.fallback;

import org.jspecify.annotations.NullMarked;
