/** Writes exchanges out in the formats that {@link dev.sightglass.engine.export.ExportFormats} lists, one sub-package each. */
@NullMarked
package dev.sightglass.engine.export;

import org.jspecify.annotations.NullMarked;
