/** A strict imitation of Azure's model endpoints on loopback: the demo's upstream and the tests' judge. It shares no code with the proxy, so that it checks the translators independently. */
@NullMarked
package dev.sightglass.simulator;

import org.jspecify.annotations.NullMarked;
