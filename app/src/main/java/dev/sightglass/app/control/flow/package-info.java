/** A long flow of text rows of any height, of which only those in sight exist as nodes: selectable, searchable, and it never jumps. */
@NullMarked
package dev.sightglass.app.control.flow;

import org.jspecify.annotations.NullMarked;
