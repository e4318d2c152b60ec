/** The panel of the header lines of both legs. */
@NullMarked
package dev.sightglass.app.inspector.headers;

import org.jspecify.annotations.NullMarked;
