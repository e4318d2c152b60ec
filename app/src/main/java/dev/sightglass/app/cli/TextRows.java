package dev.sightglass.app.cli;

import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Money;
import dev.sightglass.app.format.Times;
import dev.sightglass.engine.export.Sanitiser;
import dev.sightglass.engine.export.SecretSanitiser;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.pricing.CostCalculator;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Exchanges as a table for a terminal. */
final class TextRows {
    private static final int WIDEST = 40;

    private record Column(String title, boolean right, Function<ExchangeSummary, String> text) {}

    private final PrintStream out;
    private final Sanitiser sanitiser = new SecretSanitiser();
    private final List<Column> columns;

    TextRows(PrintStream out, CostCalculator costs) {
        this.out = out;
        ZoneId zone = ZoneId.systemDefault();
        LocalDate today = LocalDate.now(zone);
        columns = List.of(
                new Column("#", true, e -> e.id().toString()),
                new Column("Time", false, e -> Times.human(e.startedAt(), zone, today)),
                new Column("Agent", false, e -> agent(e.client())),
                new Column("Model", false, TextRows::model),
                new Column("Status", true, e -> e.status() == 0 ? Human.ABSENT : Integer.toString(e.status())),
                new Column("Outcome", false, e -> e.outcome().label()),
                new Column("TTFT", true, e -> Human.duration(e.timings().ttft())),
                new Column("Total", true, e -> Human.duration(e.timings().duration())),
                new Column("In", true, e -> count(e, Usage::totalInput)),
                new Column("Cached", true, e -> count(e, Usage::cacheRead)),
                new Column("Out", true, e -> count(e, Usage::output)),
                new Column("Cost", true, e -> money(costs.cost(e))),
                new Column("Stop", false, e -> orAbsent(e.answer().stopReason())),
                new Column("Request", false, e -> sanitiser.mask(title(e))));
    }

    void print(List<ExchangeSummary> exchanges) {
        if (exchanges.isEmpty()) {
            out.println("No exchanges.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::title).toList());
        for (ExchangeSummary exchange : exchanges)
            rows.add(columns.stream().map(c -> plain(c.text.apply(exchange))).toList());
        int[] widths = widths(rows);
        for (List<String> row : rows) out.println(line(row, widths));
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String pad = " ".repeat(widths[i] - row.get(i).length());
            line.append(columns.get(i).right ? pad + row.get(i) : row.get(i) + pad)
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows)
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        return widths;
    }

    private static String agent(ClientInfo client) {
        if (client.agentId() == null) return "main";
        return client.agentType() == null ? client.agentId() : client.agentType();
    }

    private static String model(ExchangeSummary exchange) {
        String reported = exchange.answer().reportedModel();
        if (reported != null) return reported;
        return orAbsent(exchange.request().requestedModel());
    }

    private static String title(ExchangeSummary exchange) {
        String title = exchange.request().title();
        String message = exchange.outcome().message();
        if (message != null && !(exchange.outcome() instanceof Outcome.Succeeded)) return message;
        return title != null
                ? title
                : exchange.request().method() + " " + exchange.request().path();
    }

    private static String count(ExchangeSummary exchange, Function<Usage, @Nullable Long> part) {
        Usage usage = exchange.answer().usage();
        if (usage == null) return Human.ABSENT;
        String count = Human.count(part.apply(usage));
        return usage.source() == Usage.Source.ESTIMATED ? "~" + count : count;
    }

    private static String money(@Nullable BigDecimal dollars) {
        return dollars == null ? Human.ABSENT : Money.human(dollars);
    }

    private static String orAbsent(@Nullable String text) {
        return text == null ? Human.ABSENT : text;
    }

    /** One line without anything that a terminal would obey. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(WIDEST).forEach(c -> {
            boolean safe = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
            plain.appendCodePoint(safe ? c : ' ');
        });
        return plain.toString().strip();
    }
}
