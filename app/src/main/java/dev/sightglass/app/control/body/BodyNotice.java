package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.format.Human;
import dev.sightglass.engine.model.Body;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why a body is not all there. */
public final class BodyNotice {
    private BodyNotice() {}

    /** One sentence, or null when the body is complete. */
    public static @Nullable String of(Body body) {
        return switch (body) {
            case Body.Captured _ -> null;
            case Body.Empty _ -> text("body.empty");
            case Body.Arriving arriving ->
                arriving.size() == 0 ? text("body.waiting") : text("body.arriving", Human.bytes(arriving.size()));
            case Body.Truncated cut -> text("body.truncated", Human.bytes(cut.kept()), Human.bytes(cut.size()));
            case Body.NotCaptured(long size, Body.Reason reason) ->
                text("body.notCaptured." + reason.name().toLowerCase(Locale.ROOT), Human.bytes(size));
        };
    }
}
