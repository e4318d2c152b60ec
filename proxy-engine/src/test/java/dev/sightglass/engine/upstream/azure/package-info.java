/** What the tests of the translations share: golden files, generated conversations, rules of Azure. */
package dev.sightglass.engine.upstream.azure;
