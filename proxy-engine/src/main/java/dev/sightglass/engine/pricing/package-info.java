/** What tokens cost: the price table and the sums made with it. Costs are derived when shown or exported, never stored. */
@NullMarked
package dev.sightglass.engine.pricing;

import org.jspecify.annotations.NullMarked;
