/** The panel of the tokens: the ledger of one exchange and how its conversation has developed. */
@NullMarked
package dev.sightglass.app.inspector.usage;

import org.jspecify.annotations.NullMarked;
