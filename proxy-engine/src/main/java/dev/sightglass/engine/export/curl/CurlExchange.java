package dev.sightglass.engine.export.curl;

import dev.sightglass.engine.export.BodyContent;
import dev.sightglass.engine.export.ClientUrl;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.Route;
import java.util.List;
import java.util.Locale;

/** The commands of one exchange: its client's request and, of its attempts, the last request to Azure. */
public final class CurlExchange {
    private static final String CLIENT_KEY = "ANTHROPIC_API_KEY";
    private static final String AZURE_KEY = "AZURE_OPENAI_API_KEY";

    private final RecordedExchange recorded;
    private final ExportOptions options;
    private final StringBuilder out = new StringBuilder();

    public static String of(RecordedExchange recorded, ExportOptions options) {
        return new CurlExchange(recorded, options).text();
    }

    /** The client's request alone. */
    public static String ofClient(RecordedExchange recorded, ExportOptions options) {
        CurlExchange made = new CurlExchange(recorded, options);
        made.client();
        return made.out.toString();
    }

    /** The request to Azure alone; a comment when none was sent. */
    public static String ofAzure(RecordedExchange recorded, ExportOptions options) {
        CurlExchange made = new CurlExchange(recorded, options);
        made.azure(recorded.exchange().attempts());
        return made.out.toString();
    }

    private CurlExchange(RecordedExchange recorded, ExportOptions options) {
        this.recorded = recorded;
        this.options = options;
    }

    private String text() {
        Exchange exchange = recorded.exchange();
        head(exchange.summary());
        client();
        azure(exchange.attempts());
        return out.append('\n').toString();
    }

    private void client() {
        Leg client = recorded.exchange().downstream();
        out.append("# From the client to the proxy\n");
        command(client, ClientUrl.of(client.request()), CLIENT_KEY, BodyPart.DOWNSTREAM_REQUEST, 0);
    }

    private void head(ExchangeSummary summary) {
        Party endedBy = summary.outcome().endedBy();
        Route route = summary.route();
        StringBuilder line = new StringBuilder();
        line.append(summary.id()).append(' ').append(summary.outcome().label());
        if (endedBy != null) line.append(", ended by ").append(endedBy.name().toLowerCase(Locale.ROOT));
        line.append(", ").append(summary.startedAt());
        if (route != null) line.append(", ").append(route.deployment().name());
        String title = summary.request().title();
        if (options.content() && title != null)
            line.append(": ").append(options.active().mask(title));
        out.append("# ").append(ShellText.comment(line.toString())).append('\n');
    }

    private void azure(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            out.append("# No request to Azure is recorded\n");
            return;
        }
        Attempt last = attempts.getLast();
        out.append("# From the proxy to Azure, attempt ").append(last.number()).append('\n');
        command(last.leg(), last.leg().request().uri(), AZURE_KEY, BodyPart.UPSTREAM_REQUEST, last.number());
    }

    private void command(Leg leg, String url, String variable, BodyPart part, int attempt) {
        CurlCommand command = new CurlCommand(variable);
        command.request(leg.request().method(), options.active().mask(url));
        command.headers(leg.request().headers(), options.active());
        if (options.content())
            command.body(
                    BodyContent.of(recorded.body(part, attempt), leg.request().headers(), options.active()),
                    leg.requestBody());
        else if (leg.requestBody().size() > 0) command.note("the body is left out of this export");
        out.append(command.text());
    }
}
