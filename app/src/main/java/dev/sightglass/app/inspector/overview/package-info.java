/** The panel that tells in one look what an exchange is and how it ended. */
@NullMarked
package dev.sightglass.app.inspector.overview;

import org.jspecify.annotations.NullMarked;
