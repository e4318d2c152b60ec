/** Entry points and the wiring of the app. */
@NullMarked
package dev.sightglass.app;

import org.jspecify.annotations.NullMarked;
