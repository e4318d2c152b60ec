package dev.sightglass.engine.upstream.azure.foundry;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawDocument;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import java.util.Arrays;
import java.util.Set;

/** Names the deployment in a body whose client asked for a model that is routed elsewhere; every other byte stays. */
final class ModelName {
    private ModelName() {}

    static byte[] replaced(MessagesRequest request, String deployment) {
        byte[] raw = request.raw();
        RawValue model = modelValue(raw);
        byte[] name = new JsonOut().value(deployment).toByteArray();
        byte[] body = Arrays.copyOf(raw, raw.length - model.length() + name.length);
        System.arraycopy(name, 0, body, model.from(), name.length);
        System.arraycopy(raw, model.to(), body, model.from() + name.length, raw.length - model.to());
        return body;
    }

    private static RawValue modelValue(byte[] raw) {
        try {
            return RawDocument.read(raw, Set.of()).fields().require("model");
        } catch (MalformedJson e) {
            throw new IllegalStateException("a request that was read before can be read again", e);
        }
    }
}
