/** Which events of the two legs belong together. */
@NullMarked
package dev.sightglass.app.inspector.stream;

import org.jspecify.annotations.NullMarked;
