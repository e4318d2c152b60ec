/** Compact forms of bodies and their exact way back; bytes in, bytes out, no files. */
@NullMarked
package dev.sightglass.engine.store.form;

import org.jspecify.annotations.NullMarked;
