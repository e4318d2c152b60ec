/** The project's own record: written as JSON and JSON Lines, and read back. */
@NullMarked
package dev.sightglass.engine.export.json;

import org.jspecify.annotations.NullMarked;
