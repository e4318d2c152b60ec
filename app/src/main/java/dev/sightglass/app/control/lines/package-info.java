/** Tables and trees whose lines are all of one height: what they cost does not grow with the number of lines. */
@NullMarked
package dev.sightglass.app.control.lines;

import org.jspecify.annotations.NullMarked;
