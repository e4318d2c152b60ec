/** Requests as curl commands for a POSIX shell, to send them again by hand. */
@NullMarked
package dev.sightglass.engine.export.curl;

import org.jspecify.annotations.NullMarked;
