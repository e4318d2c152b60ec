/** Tests of the window's look. */
@NullMarked
package dev.sightglass.app.theme;

import org.jspecify.annotations.NullMarked;
