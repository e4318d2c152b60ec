package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.wire.Header;
import dev.sightglass.simulator.wire.RequestHead;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A request to the Messages API.
 *
 * @param betas the features that the header {@code anthropic-beta} switches on
 * @param counting the request asks for a count of its tokens
 */
record MessagesCall(RequestHead head, Node body, Set<String> betas, boolean counting) {
    static MessagesCall of(RequestHead head, JsonNode body, boolean counting) {
        Set<String> betas = head.headers().stream()
                .filter(header -> header.isNamed("anthropic-beta"))
                .map(Header::value)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        return new MessagesCall(head, Node.root(body), betas, counting);
    }

    boolean hasBeta(String prefix) {
        return betas.stream().anyMatch(beta -> beta.startsWith(prefix));
    }
}
