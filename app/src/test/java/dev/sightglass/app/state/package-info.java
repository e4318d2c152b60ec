/** Tests of what the window remembers. */
@NullMarked
package dev.sightglass.app.state;

import org.jspecify.annotations.NullMarked;
