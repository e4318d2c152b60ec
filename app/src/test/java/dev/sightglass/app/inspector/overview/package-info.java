/** Tests of the overview. */
@NullMarked
package dev.sightglass.app.inspector.overview;

import org.jspecify.annotations.NullMarked;
