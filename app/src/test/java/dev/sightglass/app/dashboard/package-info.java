/** Tests of the figures of sessions. */
@NullMarked
package dev.sightglass.app.dashboard;

import org.jspecify.annotations.NullMarked;
