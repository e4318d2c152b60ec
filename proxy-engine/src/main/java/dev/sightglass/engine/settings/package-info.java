/** What a person sets: the proxy's address, Azure, the model map, limits and capture; and the file that keeps it. */
@NullMarked
package dev.sightglass.engine.settings;

import org.jspecify.annotations.NullMarked;
