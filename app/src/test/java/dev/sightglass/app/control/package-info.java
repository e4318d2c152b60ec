@NullMarked
package dev.sightglass.app.control;

import org.jspecify.annotations.NullMarked;
