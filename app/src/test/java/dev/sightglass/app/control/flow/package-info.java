@NullMarked
package dev.sightglass.app.control.flow;

import org.jspecify.annotations.NullMarked;
