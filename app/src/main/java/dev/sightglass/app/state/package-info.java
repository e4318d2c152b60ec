/** What the window remembers from one run to the next: size, columns, dividers, theme, zoom. */
@NullMarked
package dev.sightglass.app.state;

import org.jspecify.annotations.NullMarked;
