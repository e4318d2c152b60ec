/** The proxy as its clients and its upstreams meet it: over real sockets. */
@NullMarked
package dev.sightglass.engine.server;

import org.jspecify.annotations.NullMarked;
