/** The lower half of the window: what one exchange is, in panels that are built when first seen. */
@NullMarked
package dev.sightglass.app.inspector;

import org.jspecify.annotations.NullMarked;
