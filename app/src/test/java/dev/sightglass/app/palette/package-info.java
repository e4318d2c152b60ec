@NullMarked
package dev.sightglass.app.palette;

import org.jspecify.annotations.NullMarked;
