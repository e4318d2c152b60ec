/** Colours source code of many languages, line by line, well enough to read it. */
@NullMarked
package dev.sightglass.app.control.code;

import org.jspecify.annotations.NullMarked;
