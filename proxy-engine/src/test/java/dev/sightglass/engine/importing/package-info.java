@NullMarked
package dev.sightglass.engine.importing;

import org.jspecify.annotations.NullMarked;
