/** The durable store: one SQLite file that keeps each piece of a conversation once. */
@NullMarked
package dev.sightglass.engine.store.sqlite;

import org.jspecify.annotations.NullMarked;
