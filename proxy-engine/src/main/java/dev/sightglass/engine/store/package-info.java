/** Where exchanges are kept: the seam that the recorder writes to and every reader reads from. */
@NullMarked
package dev.sightglass.engine.store;

import org.jspecify.annotations.NullMarked;
