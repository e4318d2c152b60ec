/** What the engine knows of an exchange, as immutable values. Imports the JDK only. */
@NullMarked
package dev.sightglass.engine.model;

import org.jspecify.annotations.NullMarked;
