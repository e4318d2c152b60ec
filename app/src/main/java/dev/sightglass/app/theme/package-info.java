/** How the window looks: fonts, colour tokens for light and dark, the base style of the controls. */
@NullMarked
package dev.sightglass.app.theme;

import org.jspecify.annotations.NullMarked;
