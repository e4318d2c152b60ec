package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.upstream.RequestRefused;

/** Claude Code sends {@code safeguards} in auto mode and asks again without it when the refusal names the field. */
public final class Safeguards {
    private static final String FIELD = "safeguards";

    private Safeguards() {}

    public static void check(MessagesRequest request) throws RequestRefused {
        if (request.other().stream().anyMatch(field -> field.name().equals(FIELD)))
            throw new RequestRefused(
                    400,
                    AnthropicErrors.INVALID_REQUEST,
                    FIELD + ": Extra inputs are not permitted (Azure's model cannot honour it; ask without it)");
    }
}
