package dev.sightglass.app.inspector.headers;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.app.control.KeyValueSection;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.ResponseHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The headers of an exchange as sections, one a message. */
final class HeadersModel {
    /** Servers keep no order of names; values of one name stay in theirs. */
    private static final Comparator<Header> BY_NAME = Comparator.comparing(Header::name, String.CASE_INSENSITIVE_ORDER);

    private HeadersModel() {}

    /** @param filter only headers that hold it in name or value, letter case aside */
    static List<KeyValueSection> of(Exchange exchange, String filter) {
        List<KeyValueSection> sections = new ArrayList<>();
        add(sections, exchange.downstream(), "", filter);
        for (Attempt attempt : exchange.attempts()) {
            String number =
                    exchange.attempts().size() > 1 ? " " + text("inspector.attempt.number", attempt.number()) : "";
            add(sections, attempt.leg(), number, filter);
        }
        return sections;
    }

    private static void add(List<KeyValueSection> sections, Leg leg, String number, String filter) {
        boolean upstream = leg.request().uri().startsWith("http");
        String request = text(upstream ? "inspector.headers.toAzure" : "inspector.headers.fromClient");
        sections.add(section(request + number, leg.request().headers(), filter));
        ResponseHead answer = leg.response();
        if (answer == null) return;
        String title = text(upstream ? "inspector.headers.fromAzure" : "inspector.headers.toClient");
        sections.add(section(title + number + "  " + answer.status(), answer.headers(), filter));
    }

    private static KeyValueSection section(String title, Headers headers, String filter) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        return new KeyValueSection(
                title,
                headers.list().stream()
                        .filter(header -> contains(header, wanted))
                        .sorted(BY_NAME)
                        .map(HeadersModel::line)
                        .toList());
    }

    private static boolean contains(Header header, String wanted) {
        return (header.name() + ": " + header.value()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static KeyValue line(Header header) {
        boolean redacted = isRedacted(header.value());
        return new KeyValue(header.name(), header.value(), null, redacted ? "redacted" : "mono");
    }

    /** The recorder writes such values in the place of credentials. */
    private static boolean isRedacted(String value) {
        return value.contains("redacted") || value.contains("****") || value.contains("••••");
    }
}
