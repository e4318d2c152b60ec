/** What the conversation panel lists. */
@NullMarked
package dev.sightglass.app.inspector.conversation;

import org.jspecify.annotations.NullMarked;
