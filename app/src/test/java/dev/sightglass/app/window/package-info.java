@NullMarked
package dev.sightglass.app.window;

import org.jspecify.annotations.NullMarked;
