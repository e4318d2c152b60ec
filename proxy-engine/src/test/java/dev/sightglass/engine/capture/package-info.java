/** Tests of how the recorder folds what it is told. */
@NullMarked
package dev.sightglass.engine.capture;

import org.jspecify.annotations.NullMarked;
