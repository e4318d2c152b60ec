/** Whether everybody can use the window: names for screen readers, contrast for eyes. */
@NullMarked
package dev.sightglass.app.accessibility;

import org.jspecify.annotations.NullMarked;
