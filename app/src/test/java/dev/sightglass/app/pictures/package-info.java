/** The complete set of pictures of the window, for people to look at: each panel, dialog and state, light and dark. */
@NullMarked
package dev.sightglass.app.pictures;

import org.jspecify.annotations.NullMarked;
