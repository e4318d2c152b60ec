/** The panel of what the translation did: both requests beside each other, aligned by meaning, with the reasons. */
@NullMarked
package dev.sightglass.app.inspector.translation;

import org.jspecify.annotations.NullMarked;
