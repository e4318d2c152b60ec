package dev.sightglass.simulator;

import dev.sightglass.simulator.check.AzureErrors;
import dev.sightglass.simulator.check.Refusal;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.wire.RequestHead;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths that the service knows, and the api-versions. Everything else is "Resource not found", as on Azure. */
final class Routes {
    private static final Pattern CLASSIC = Pattern.compile("/openai/deployments/([^/]+)/chat/completions");
    private static final List<String> VERSIONS = List.of(
            "2024-02-01",
            "2024-02-15-preview",
            "2024-05-01-preview",
            "2024-06-01",
            "2024-07-01-preview",
            "2024-08-01-preview",
            "2024-09-01-preview",
            "2024-10-01-preview",
            "2024-10-21",
            "2024-12-01-preview",
            "2025-01-01-preview",
            "2025-02-01-preview",
            "2025-03-01-preview",
            "2025-04-01-preview");
    private static final List<String> V1_VERSIONS = List.of("", "v1", "preview", "latest");

    private Routes() {}

    /** @throws RequestRefused with Azure's 404 for a path, method or api-version that does not exist */
    static Route of(RequestHead head) {
        if (!head.method().equals("POST")) {
            throw notFound();
        }
        Matcher classic = CLASSIC.matcher(head.path());
        if (classic.matches()) {
            requireVersion(head, VERSIONS);
            String name = URLDecoder.decode(classic.group(1), StandardCharsets.UTF_8);
            return new Route(Api.CHAT_COMPLETIONS, Optional.of(name), false);
        }
        return switch (head.path()) {
            case "/openai/v1/chat/completions" -> v1(head, Api.CHAT_COMPLETIONS);
            case "/openai/v1/responses" -> v1(head, Api.RESPONSES);
            case "/anthropic/v1/messages" -> new Route(Api.MESSAGES, Optional.empty(), false);
            case "/anthropic/v1/messages/count_tokens" -> new Route(Api.MESSAGES, Optional.empty(), true);
            default -> throw notFound();
        };
    }

    private static Route v1(RequestHead head, Api api) {
        requireVersion(head, V1_VERSIONS);
        return new Route(api, Optional.empty(), false);
    }

    private static void requireVersion(RequestHead head, List<String> known) {
        String version = Arrays.stream(head.query().split("&"))
                .filter(pair -> pair.startsWith("api-version="))
                .map(pair -> pair.substring("api-version=".length()))
                .findFirst()
                .orElse("");
        if (!known.contains(version)) {
            throw notFound();
        }
    }

    private static RequestRefused notFound() {
        return new RequestRefused(new Refusal(404, "Resource not found", AzureErrors.resourceNotFound()));
    }
}
