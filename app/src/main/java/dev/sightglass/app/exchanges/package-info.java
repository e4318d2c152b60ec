/** The table of exchanges: its rows, columns, order, filter and live state. */
@NullMarked
package dev.sightglass.app.exchanges;

import org.jspecify.annotations.NullMarked;
