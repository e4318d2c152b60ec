/** The command line: what the program does without a window. */
@NullMarked
package dev.sightglass.app.cli;

import org.jspecify.annotations.NullMarked;
