/** The panel of what was said: every block of the conversation by itself, and the answer. */
@NullMarked
package dev.sightglass.app.inspector.conversation;

import org.jspecify.annotations.NullMarked;
