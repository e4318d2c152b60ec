/** The main window: toolbar, split of table and inspector, status bar, actions and their shortcuts. */
@NullMarked
package dev.sightglass.app.window;

import org.jspecify.annotations.NullMarked;
