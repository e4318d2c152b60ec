@NullMarked
package dev.sightglass.app.filter;

import org.jspecify.annotations.NullMarked;
