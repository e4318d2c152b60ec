/** The panel of last resort: all four messages as recorded. */
@NullMarked
package dev.sightglass.app.inspector.raw;

import org.jspecify.annotations.NullMarked;
