/** Foundry's Messages endpoint: bytes pass through unchanged, a copy is read for facts. */
@NullMarked
package dev.sightglass.engine.upstream.azure.foundry;

import org.jspecify.annotations.NullMarked;
