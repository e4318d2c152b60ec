package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.credential.Credential;
import dev.sightglass.engine.routing.LearntFamilies;
import dev.sightglass.engine.routing.Router;
import dev.sightglass.engine.settings.Limits;
import dev.sightglass.engine.upstream.UpstreamClient;

/** What an exchange goes by, fixed when it begins: a change of settings never reaches a running exchange. */
public record PipelineSetup(
        Router router, LearntFamilies learnt, Credential credential, UpstreamClient client, Limits limits) {}
