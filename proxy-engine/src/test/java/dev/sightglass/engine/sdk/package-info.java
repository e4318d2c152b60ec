/** The vendors' own SDKs as judges: one as the client in front of the proxy, the other's types for what leaves it. */
package dev.sightglass.engine.sdk;
