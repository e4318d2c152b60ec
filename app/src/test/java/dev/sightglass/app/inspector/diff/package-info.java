/** Tests of the comparison of requests. */
@NullMarked
package dev.sightglass.app.inspector.diff;

import org.jspecify.annotations.NullMarked;
