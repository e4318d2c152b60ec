/** Exporting from the window: what to export, where to, how far it has come. */
@NullMarked
package dev.sightglass.app.export;

import org.jspecify.annotations.NullMarked;
