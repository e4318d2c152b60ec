/** What the app is told at its start: options of the command line, environment variables, the data folder. */
@NullMarked
package dev.sightglass.app.options;

import org.jspecify.annotations.NullMarked;
