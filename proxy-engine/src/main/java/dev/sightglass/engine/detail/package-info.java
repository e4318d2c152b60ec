/** Parses what the store keeps of an exchange when somebody looks at it. */
@NullMarked
package dev.sightglass.engine.detail;

import org.jspecify.annotations.NullMarked;
