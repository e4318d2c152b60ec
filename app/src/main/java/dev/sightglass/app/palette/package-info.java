/** The command palette: everything that can be done or gone to, found by a few letters. */
@NullMarked
package dev.sightglass.app.palette;

import org.jspecify.annotations.NullMarked;
