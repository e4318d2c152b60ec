/** The list of sessions and their agents, each with its sums; choosing one narrows the table. */
@NullMarked
package dev.sightglass.app.sessions;

import org.jspecify.annotations.NullMarked;
