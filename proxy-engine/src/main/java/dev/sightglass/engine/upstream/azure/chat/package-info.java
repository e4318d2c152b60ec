/** Chat Completions: requests to it, answers and streams back from it. */
@NullMarked
package dev.sightglass.engine.upstream.azure.chat;

import org.jspecify.annotations.NullMarked;
