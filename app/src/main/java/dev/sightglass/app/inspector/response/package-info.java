/** The panel of the answer: as one message, as sent to Claude Code, as received from Azure. */
@NullMarked
package dev.sightglass.app.inspector.response;

import org.jspecify.annotations.NullMarked;
