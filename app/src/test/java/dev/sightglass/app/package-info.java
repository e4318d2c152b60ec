@NullMarked
package dev.sightglass.app;

import org.jspecify.annotations.NullMarked;
