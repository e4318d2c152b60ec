package dev.sightglass.engine.store;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.ResponseHead;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a search looks at beside the bodies: URLs and headers of both legs, and what is said of failures. */
public final class HeadText {
    private final StringBuilder text = new StringBuilder();

    private HeadText() {}

    /** One line each. */
    public static String of(Exchange exchange) {
        HeadText heads = new HeadText();
        heads.line(exchange.summary().outcome().message());
        heads.leg(exchange.downstream());
        for (Attempt attempt : exchange.attempts()) {
            heads.line(attempt.reason());
            heads.line(attempt.failure());
            heads.leg(attempt.leg());
        }
        return heads.text.toString();
    }

    /** Letter case aside. */
    public static boolean holds(Exchange exchange, String wanted) {
        return of(exchange).toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private void leg(Leg leg) {
        line(leg.request().method() + " " + leg.request().uri());
        headers(leg.request().headers());
        ResponseHead answer = leg.response();
        if (answer != null) headers(answer.headers());
    }

    private void headers(Headers headers) {
        for (Header header : headers.list()) line(header.name() + ": " + header.value());
    }

    private void line(@Nullable String line) {
        if (line != null) text.append(line).append('\n');
    }
}
