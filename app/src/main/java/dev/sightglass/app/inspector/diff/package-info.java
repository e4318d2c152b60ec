/** The panel that compares a request with another one, usually the one before in the same agent. */
@NullMarked
package dev.sightglass.app.inspector.diff;

import org.jspecify.annotations.NullMarked;
