/** The panel of the events of a streamed answer on both legs. */
@NullMarked
package dev.sightglass.app.inspector.stream;

import org.jspecify.annotations.NullMarked;
