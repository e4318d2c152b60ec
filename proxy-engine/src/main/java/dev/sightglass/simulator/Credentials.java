package dev.sightglass.simulator;

import dev.sightglass.simulator.check.AzureErrors;
import dev.sightglass.simulator.check.Refusal;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.wire.RequestHead;
import java.util.Optional;

/** The key of the simulated resource; it is good as a key and as a bearer token. */
record Credentials(String key) {
    private static final String BEARER = "Bearer ";

    /** @throws RequestRefused with Azure's 401 when the request has no or another credential */
    void check(RequestHead head, Api api) {
        Optional<String> token = head.header("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
        Optional<String> sentKey = head.header(api == Api.MESSAGES ? "x-api-key" : "api-key");
        if (sentKey.or(() -> token).filter(key::equals).isPresent()) {
            return;
        }
        boolean onlyToken = sentKey.isEmpty() && token.isPresent();
        throw new RequestRefused(new Refusal(
                401,
                onlyToken ? "wrong token" : "wrong key",
                onlyToken ? AzureErrors.wrongToken() : AzureErrors.wrongKey()));
    }

    @Override
    public String toString() {
        return "Credentials[key=***]";
    }
}
