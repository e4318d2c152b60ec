/** The inspector and its panels. */
@NullMarked
package dev.sightglass.app.inspector;

import org.jspecify.annotations.NullMarked;
