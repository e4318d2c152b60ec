@NullMarked
package dev.sightglass.app.control.code;

import org.jspecify.annotations.NullMarked;
