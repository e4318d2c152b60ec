/** The panel of the time: a waterfall of one exchange, our own share and every attempt included. */
@NullMarked
package dev.sightglass.app.inspector.timing;

import org.jspecify.annotations.NullMarked;
