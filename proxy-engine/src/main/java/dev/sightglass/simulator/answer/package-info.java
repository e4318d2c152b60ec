/** What the simulated model says: requests as a script sees them, and answers as a script plans them, free of any wire API. */
@NullMarked
package dev.sightglass.simulator.answer;

import org.jspecify.annotations.NullMarked;
