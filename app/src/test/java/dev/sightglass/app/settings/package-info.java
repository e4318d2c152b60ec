@NullMarked
package dev.sightglass.app.settings;

import org.jspecify.annotations.NullMarked;
