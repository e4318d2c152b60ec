/** Reads the rows of a damaged SQLite file page by page, without SQLite and without trusting anything that it says. */
@NullMarked
package dev.sightglass.engine.store.sqlite.salvage;

import org.jspecify.annotations.NullMarked;
