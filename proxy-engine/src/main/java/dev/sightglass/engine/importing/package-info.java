/** Reads exchanges from files: the project's own exports, HTTP archives, log files of Kong AI Gateway. */
@NullMarked
package dev.sightglass.engine.importing;

import org.jspecify.annotations.NullMarked;
