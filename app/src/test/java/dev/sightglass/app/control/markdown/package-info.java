@NullMarked
package dev.sightglass.app.control.markdown;

import org.jspecify.annotations.NullMarked;
