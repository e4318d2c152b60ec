/**
 * Repairs of JavaFX's headless platform, for the screen tests only.
 *
 * <p>The stock platform (26.0.2) sends mouse events without the held keys, drags without the held button, and every
 * press as a popup trigger, so Ctrl+click, header sorting and divider drags cannot be tested on it; drag and drop, file
 * choosers, image cursors and {@code showDocument} throw. The classes sit in JavaFX's own package because what they
 * mend is package-private there.
 */
@NullMarked
package com.sun.glass.ui.headless;

import org.jspecify.annotations.NullMarked;
