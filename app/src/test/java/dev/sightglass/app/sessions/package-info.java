@NullMarked
package dev.sightglass.app.sessions;

import org.jspecify.annotations.NullMarked;
