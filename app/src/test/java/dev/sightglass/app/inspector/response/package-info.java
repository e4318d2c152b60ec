@NullMarked
package dev.sightglass.app.inspector.response;

import org.jspecify.annotations.NullMarked;
