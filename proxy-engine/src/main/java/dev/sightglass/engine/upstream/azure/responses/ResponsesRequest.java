package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.upstream.azure.FamilyRules;
import dev.sightglass.engine.upstream.azure.Learnt;
import dev.sightglass.engine.upstream.azure.Notes;
import dev.sightglass.engine.upstream.azure.ToolSelection;

/**
 * What the parts of the translation of one request share.
 *
 * @param out the body under construction, its object open
 */
record ResponsesRequest(
        MessagesRequest source,
        Deployment deployment,
        FamilyRules rules,
        Learnt learnt,
        ToolSelection tools,
        JsonOut out,
        Notes notes) {}
