/** Conversations as Markdown for people to read. */
@NullMarked
package dev.sightglass.engine.export.markdown;

import org.jspecify.annotations.NullMarked;
