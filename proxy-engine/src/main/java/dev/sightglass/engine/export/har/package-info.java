/** HTTP Archive 1.2, which browsers' developer tools and HTTP viewers open. */
@NullMarked
package dev.sightglass.engine.export.har;

import org.jspecify.annotations.NullMarked;
