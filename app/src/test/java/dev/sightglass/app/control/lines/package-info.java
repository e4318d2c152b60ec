@NullMarked
package dev.sightglass.app.control.lines;

import org.jspecify.annotations.NullMarked;
