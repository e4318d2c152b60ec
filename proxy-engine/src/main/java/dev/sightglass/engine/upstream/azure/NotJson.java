package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.upstream.NotAnAnswer;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Tells a portal's page and an empty body from an answer before anything is read of it. */
public final class NotJson {
    private static final int SHOWN = 200;

    private NotJson() {}

    public static void check(ResponseHead head, byte[] body) throws NotAnAnswer {
        if (body.length == 0) throw new NotAnAnswer("Azure's answer has no body");
        String type = head.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html"))
            throw new NotAnAnswer(
                    "a web page came instead of Azure's answer (a sign-in portal or a proxy in between?): "
                            + AzureError.shown(body, SHOWN));
    }

    /** The answer's tree, which is an object. */
    public static JsonNode tree(byte[] body) throws NotAnAnswer {
        try {
            JsonNode root = Json.tree(body);
            if (!root.isObject()) throw new NotAnAnswer("Azure's answer is no JSON object");
            return root;
        } catch (MalformedJson e) {
            throw new NotAnAnswer("Azure's answer is not JSON: " + e.reason());
        }
    }
}
