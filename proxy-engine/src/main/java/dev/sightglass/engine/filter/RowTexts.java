package dev.sightglass.engine.filter;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestFacts;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All texts of an exchange that a query can name: those of the text fields in {@link Fields}, each once. Without a list or a
 * stream, since a plain word asks each of a hundred thousand rows for all of them at each key stroke.
 */
final class RowTexts {
    private RowTexts() {}

    /** Whether one of the texts passes; some may be null. */
    static boolean any(ExchangeSummary exchange, Predicate<@Nullable String> test) {
        return request(exchange.request(), test)
                || client(exchange.client(), test)
                || answer(exchange.answer(), test)
                || (exchange.route() != null && deployment(exchange.route().deployment(), test))
                || outcome(exchange.outcome(), test)
                || annotation(exchange.annotation(), test);
    }

    private static boolean request(RequestFacts request, Predicate<@Nullable String> test) {
        return test.test(request.title())
                || test.test(request.requestedModel())
                || test.test(request.path())
                || test.test(request.method())
                || test.test(request.effort())
                || test.test(request.stream() ? "true" : "false");
    }

    private static boolean client(ClientInfo client, Predicate<@Nullable String> test) {
        return (client.agentId() == null
                        ? test.test(Fields.MAIN_AGENT)
                        : test.test(client.agentId()) || test.test(client.agentType()))
                || test.test(client.sessionId())
                || test.test(client.address())
                || test.test(client.userAgent());
    }

    private static boolean answer(AnswerFacts answer, Predicate<@Nullable String> test) {
        if (test.test(answer.stopReason()) || test.test(answer.reportedModel())) return true;
        List<String> tools = answer.toolsCalled();
        for (int i = 0; i < tools.size(); i++) if (test.test(tools.get(i))) return true;
        return false;
    }

    private static boolean deployment(Deployment deployment, Predicate<@Nullable String> test) {
        return test.test(deployment.name()) || test.test(deployment.upstream().option());
    }

    private static boolean outcome(Outcome outcome, Predicate<@Nullable String> test) {
        if (test.test(outcome.label()) || test.test(outcome.message())) return true;
        return switch (outcome) {
            case Outcome.ApiError error -> test.test(error.code());
            case Outcome.TransportError error -> test.test(error.kind().name().toLowerCase(Locale.ROOT));
            case Outcome.Rejected rejected -> test.test(rejected.reason());
            case Outcome.InFlight _, Outcome.Succeeded _, Outcome.Cancelled _, Outcome.Interrupted _ -> false;
        };
    }

    private static boolean annotation(Annotation annotation, Predicate<@Nullable String> test) {
        return test.test(annotation.pinned() ? "true" : "false")
                || test.test(annotation.colour())
                || test.test(annotation.note());
    }
}
