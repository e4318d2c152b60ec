/** HTTP/1.1 towards an upstream, over sockets and in pieces of any size. */
@NullMarked
package dev.sightglass.engine.upstream.http;

import org.jspecify.annotations.NullMarked;
