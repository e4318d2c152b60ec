/** The figures of a session, a turn or all exchanges: tokens, money, times, errors and tools in small charts. */
@NullMarked
package dev.sightglass.app.dashboard;

import org.jspecify.annotations.NullMarked;
