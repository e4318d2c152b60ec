/** The simulator's own small HTTP/1.1 server on plain sockets: every byte, pause and break of the connection is under control, which fault tests need and a finished server library hides. */
@NullMarked
package dev.sightglass.simulator.wire;

import org.jspecify.annotations.NullMarked;
