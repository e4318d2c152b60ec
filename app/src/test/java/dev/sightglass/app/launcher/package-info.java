/** Tests of the launcher script at the top of the project. */
@NullMarked
package dev.sightglass.app.launcher;

import org.jspecify.annotations.NullMarked;
