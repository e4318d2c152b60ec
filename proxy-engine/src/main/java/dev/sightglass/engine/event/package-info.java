/** What happens to an exchange while it runs, told to observers. */
@NullMarked
package dev.sightglass.engine.event;

import org.jspecify.annotations.NullMarked;
