/** Tests that run the real Claude Code client against a proxy on this machine, and what they need for it. */
@NullMarked
package dev.sightglass.app.claude;

import org.jspecify.annotations.NullMarked;
