/** The Responses API: requests to it, answers and streams back from it. */
@NullMarked
package dev.sightglass.engine.upstream.azure.responses;

import org.jspecify.annotations.NullMarked;
