/** Where the credential for Azure comes from. */
@NullMarked
package dev.sightglass.engine.credential;

import org.jspecify.annotations.NullMarked;
