package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.upstream.azure.TranslationGoldenTest;

class ResponsesGoldenTest extends TranslationGoldenTest {
    ResponsesGoldenTest() {
        super(new ResponsesUpstream(), "responses");
    }
}
