@NullMarked
package dev.sightglass.app.format;

import org.jspecify.annotations.NullMarked;
