/** The HTTP side towards Claude Code; the only package that knows Undertow. */
@NullMarked
package dev.sightglass.engine.server;

import org.jspecify.annotations.NullMarked;
