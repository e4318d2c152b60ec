/**
 * The entry point of the screen tests' toolkit: {@code -Dglass.platform=Uitest} makes JavaFX load
 * {@code com.sun.glass.ui.uitest.UitestPlatformFactory}, so package and class name are JavaFX's rule, not ours.
 */
@NullMarked
package com.sun.glass.ui.uitest;

import org.jspecify.annotations.NullMarked;
