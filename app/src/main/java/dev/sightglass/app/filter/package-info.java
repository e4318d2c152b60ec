/** The window's filter field: the query language typed live, with completions, history and what is wrong. */
@NullMarked
package dev.sightglass.app.filter;

import org.jspecify.annotations.NullMarked;
