/** The proxy between the demo's client and the simulator: what a user meets, over real sockets. */
package dev.sightglass.acceptance;
