/** What the proxy costs, measured between processes: a client, an upstream, and what stands between. */
@NullMarked
package dev.sightglass.engine.bench;

import org.jspecify.annotations.NullMarked;
