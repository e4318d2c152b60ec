/** What the window remembers from one run to the next: size, columns, dividers, theme, zoom, saved filters. */
@NullMarked
package dev.sightglass.app.state;

import org.jspecify.annotations.NullMarked;
