/** The viewer of message bodies: any size, formatted, raw or in hexadecimal, with search, folding and copying. */
@NullMarked
package dev.sightglass.app.control.body;

import org.jspecify.annotations.NullMarked;
