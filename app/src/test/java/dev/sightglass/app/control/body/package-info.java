/** The payload viewer. */
@NullMarked
package dev.sightglass.app.control.body;

import org.jspecify.annotations.NullMarked;
