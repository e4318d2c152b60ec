/** Reading recorded exchanges. */
@NullMarked
package dev.sightglass.engine.detail;

import org.jspecify.annotations.NullMarked;
