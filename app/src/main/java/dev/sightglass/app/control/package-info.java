/** Controls that any part of the window may use: key-value grids, bars, charts, payload viewers. */
@NullMarked
package dev.sightglass.app.control;

import org.jspecify.annotations.NullMarked;
