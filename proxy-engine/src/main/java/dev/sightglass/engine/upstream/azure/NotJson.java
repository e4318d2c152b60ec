package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.upstream.NotAnAnswer;
import java.util.Locale;

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
}
