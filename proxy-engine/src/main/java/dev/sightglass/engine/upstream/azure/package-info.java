/** What all of Azure's APIs share: addresses, model families, tools, message order, errors. */
@NullMarked
package dev.sightglass.engine.upstream.azure;

import org.jspecify.annotations.NullMarked;
