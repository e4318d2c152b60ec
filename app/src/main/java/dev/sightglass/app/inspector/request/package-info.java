/** The panel of the request: as Claude Code sent it and as it went to Azure. */
@NullMarked
package dev.sightglass.app.inspector.request;

import org.jspecify.annotations.NullMarked;
