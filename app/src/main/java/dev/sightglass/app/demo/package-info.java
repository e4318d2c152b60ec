/** The app without Azure: the built-in simulator takes its place. */
@NullMarked
package dev.sightglass.app.demo;

import org.jspecify.annotations.NullMarked;
