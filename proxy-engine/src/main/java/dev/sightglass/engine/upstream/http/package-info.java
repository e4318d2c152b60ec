/** HTTP/1.1 towards an upstream by Apache HttpCore, over sockets on which the exchange's own thread waits. */
@NullMarked
package dev.sightglass.engine.upstream.http;

import org.jspecify.annotations.NullMarked;
