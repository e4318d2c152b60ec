@NullMarked
package dev.sightglass.app.exchanges;

import org.jspecify.annotations.NullMarked;
