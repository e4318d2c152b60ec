package dev.sightglass.app.dashboard;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.ColumnChart;
import dev.sightglass.app.control.ColumnChart.Column;
import dev.sightglass.app.dashboard.DashboardModel.Group;
import dev.sightglass.app.dashboard.DashboardModel.Span;
import dev.sightglass.app.dashboard.DashboardModel.Tokens;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Money;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Tokens and cache share turn by turn; money and errors by time. */
final class Charts {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** Where the legend has what many an Azure deployment never reports. */
    private static final int WRITTEN = 1;

    private final ZoneId zone;
    private final FlowPane legend = DashboardView.legend("cached", "created", "fresh", "output");
    private final Label tokensTitle = new Label();
    private final Label cacheTitle = new Label();
    private final ColumnChart tokens = new ColumnChart(
            text("dashboard.tokens"),
            "usage-shape-cached",
            "usage-shape-created",
            "usage-shape-fresh",
            "usage-shape-output");
    private final ColumnChart cache = new ColumnChart(text("dashboard.cache"), "usage-shape-cached");
    private final ColumnChart money = new ColumnChart(text("dashboard.money"), "money-shape");
    private final ColumnChart errors = new ColumnChart(text("dashboard.errors"), "errors-shape", "calls-shape");

    Charts(ZoneId zone) {
        this.zone = zone;
        tokens.setId("chart-tokens");
        cache.setId("chart-cache");
        money.setId("chart-money");
        errors.setId("chart-errors");
    }

    List<Node> cards() {
        return List.of(
                DashboardView.card(tokensTitle, tokens, legend),
                DashboardView.card("dashboard.money", money),
                DashboardView.card(cacheTitle, cache),
                DashboardView.card("dashboard.errors", errors));
    }

    void show(DashboardModel model) {
        List<Group> groups = model.groups();
        long most = 0;
        for (Group group : groups) most = Math.max(most, all(group.tokens()));
        boolean byTurn = model.byTurn();
        boolean written = groups.stream().anyMatch(group -> group.tokens().created() > 0);
        legend.getChildren().get(WRITTEN).setVisible(written);
        legend.getChildren().get(WRITTEN).setManaged(written);
        tokensTitle.setText(text(byTurn ? "dashboard.tokens" : "dashboard.tokens.exchange"));
        cacheTitle.setText(text(byTurn ? "dashboard.cache" : "dashboard.cache.exchange"));
        tokens.show(
                groups.stream().map(group -> tokens(group, byTurn)).toList(),
                0,
                text("dashboard.top.tokens", Human.count(most)));
        cache.show(groups.stream().map(group -> cache(group, byTurn)).toList(), 1, "100%");
        if (!groups.isEmpty()) {
            String begin = brief(groups.getFirst().first(), byTurn);
            String end = brief(groups.getLast().last(), byTurn);
            tokens.nameEnds(begin, end);
            cache.nameEnds(begin, end);
        }
        List<Span> spans = model.spans();
        if (!spans.isEmpty()) {
            String begin = CLOCK.format(spans.getFirst().from().atZone(zone));
            String end = CLOCK.format(spans.getLast().to().atZone(zone));
            money.nameEnds(begin, end);
            errors.nameEnds(begin, end);
        }
        money.show(
                spans.stream().map(this::money).toList(),
                0,
                model.sums().cost() == null
                        ? text(model.sums().unpriced() > 0 ? "status.cost.unknown" : "sessions.cost.none")
                        : Money.human(model.sums().cost()));
        int busiest = spans.stream().mapToInt(Span::exchanges).max().orElse(0);
        errors.show(spans.stream().map(this::errors).toList(), 0, text("dashboard.top.exchanges", busiest));
    }

    private static String brief(long number, boolean byTurn) {
        return byTurn ? Long.toString(number) : "#" + number;
    }

    private static long all(Tokens tokens) {
        return tokens.cached() + tokens.created() + tokens.fresh() + tokens.output();
    }

    private static String name(Group group, boolean byTurn) {
        String prompt = group.prompt() == null ? "" : "\n" + group.prompt();
        return group.first() == group.last()
                ? text(byTurn ? "dashboard.turn" : "dashboard.exchange", group.first()) + prompt
                : text(byTurn ? "dashboard.turns" : "dashboard.exchanges", group.first(), group.last());
    }

    private static Column tokens(Group group, boolean byTurn) {
        Tokens t = group.tokens();
        String words = name(group, byTurn) + "\n" + text("usage.cached") + " " + Human.exact(t.cached()) + "\n"
                + text("usage.created") + " " + Human.exact(t.created()) + "\n" + text("usage.fresh") + " "
                + Human.exact(t.fresh()) + "\n" + text("usage.output") + " " + Human.exact(t.output());
        return new Column(
                words, List.of((double) t.cached(), (double) t.created(), (double) t.fresh(), (double) t.output()));
    }

    private static Column cache(Group group, boolean byTurn) {
        Double share = group.tokens().cacheShare();
        return new Column(
                name(group, byTurn) + "\n" + (share == null ? Human.ABSENT : Human.percent(share)),
                List.of(share == null ? 0.0 : share));
    }

    private String time(Span span) {
        return CLOCK.format(span.from().atZone(zone)) + " – "
                + CLOCK.format(span.to().atZone(zone));
    }

    private Column money(Span span) {
        BigDecimal spent = span.spent();
        return new Column(
                time(span) + "\n" + text("dashboard.spent", Money.human(spent)), List.of(spent.doubleValue()));
    }

    private Column errors(Span span) {
        return new Column(
                time(span) + "\n" + text("dashboard.span", span.exchanges(), span.errors()),
                List.of((double) span.errors(), (double) (span.exchanges() - span.errors())));
    }
}
