/** Markdown cut into lines to show. Nothing is ever loaded: pictures become their description, links ask. */
@NullMarked
package dev.sightglass.app.control.markdown;

import org.jspecify.annotations.NullMarked;
