/** Chat Completions: strict request rules, JSON answers and streams. */
@NullMarked
package dev.sightglass.simulator.chat;

import org.jspecify.annotations.NullMarked;
