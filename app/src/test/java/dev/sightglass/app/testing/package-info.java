/** What screen tests share: a base class over TestFX, screenshots, and the stand-in for the desktop's dialogs. */
@NullMarked
package dev.sightglass.app.testing;

import org.jspecify.annotations.NullMarked;
