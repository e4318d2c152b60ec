package dev.sightglass.app.sessions;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.exchanges.Sums;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Money;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What lines of the tree are called, and their sums in words. */
public final class SessionTexts {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);
    private static final int SHORT_ID = 6;
    private static final int LONG_NAME = 48;

    private final Clock clock;

    /** {@code clock} gives today and the time zone. */
    public SessionTexts(Clock clock) {
        this.clock = clock;
    }

    /** When a session began, or the number of a turn in its session; empty for other lines. */
    String lead(SessionNode node) {
        return switch (node.scope()) {
            case Scope.Session(SessionKey key) -> key.equals(SessionKey.NONE) ? "" : time(node);
            case Scope.Turn _ -> number(node);
            case Scope.Everything _, Scope.Agent _ -> "";
        };
    }

    private String time(SessionNode node) {
        ZonedDateTime local = node.startedAt().atZone(clock.getZone());
        boolean today = local.toLocalDate()
                .equals(clock.instant().atZone(clock.getZone()).toLocalDate());
        return (today ? CLOCK : DAY).format(local);
    }

    private static String number(SessionNode node) {
        SessionNode session = node.parent();
        int number = 0;
        if (session != null)
            for (SessionNode turn : session.children()) {
                if (turn.scope() instanceof Scope.Turn) number++;
                if (turn == node) break;
            }
        return number == 0 ? "" : Integer.toString(number);
    }

    /** What people know the line by. */
    String name(SessionNode node) {
        return switch (node.scope()) {
            case Scope.Everything _ -> text("sessions.all");
            case Scope.Session(SessionKey key) -> sessionName(node, key);
            case Scope.Turn _ -> node.prompt() == null ? text("sessions.turn") : node.prompt();
            case Scope.Agent agent -> agentName(node, agent.agentId());
        };
    }

    private static String sessionName(SessionNode node, SessionKey key) {
        if (key.equals(SessionKey.NONE)) return text("sessions.none");
        String folder = folderName(node.folder());
        if (folder != null) return folder;
        return node.prompt() == null ? text("sessions.session", shortened(key.id())) : node.prompt();
    }

    private static String agentName(SessionNode node, @Nullable String id) {
        if (id == null) return text("agent.main");
        if (node.agentType() != null) return node.agentType();
        return node.prompt() == null ? text("sessions.agent") + " " + shortened(id) : node.prompt();
    }

    /** What is said beside the name: a session's first prompt, an agent's task; empty when it is the name, or unknown. */
    String detail(SessionNode node) {
        String prompt = node.prompt();
        if (prompt == null) return "";
        return switch (node.scope()) {
            case Scope.Session(SessionKey key) ->
                key.equals(SessionKey.NONE) || folderName(node.folder()) == null ? "" : prompt;
            case Scope.Agent agent -> agent.agentId() == null || node.agentType() == null ? "" : prompt;
            case Scope.Everything _, Scope.Turn _ -> "";
        };
    }

    /** The line's place in the tree in one text, such as {@code repo › Fix the test › Explore a1b2c3}. */
    public String path(SessionNode node) {
        SessionNode parent = node.parent();
        String name = node.scope() instanceof Scope.Session ? (lead(node) + " " + name(node)).strip() : name(node);
        return parent == null || parent.parent() == null ? name : path(parent) + " › " + name;
    }

    /** {@link #path} with its long names cut, so that its end is seen. */
    public String briefPath(SessionNode node) {
        SessionNode parent = node.parent();
        String name = node.scope() instanceof Scope.Session ? (lead(node) + " " + name(node)).strip() : name(node);
        String brief = name.length() > LONG_NAME ? name.substring(0, LONG_NAME).strip() + "…" : name;
        return parent == null || parent.parent() == null ? brief : briefPath(parent) + " › " + brief;
    }

    /** {@code $1.23}; with a plus when some exchanges' costs are not known; a question mark when none is. */
    public static String cost(Sums sums) {
        if (sums.cost() == null) return sums.unpriced() > 0 ? "?" : "";
        return Money.human(sums.cost()) + (sums.unpriced() > 0 ? "+" : "");
    }

    /** Everything that is known of the line, for its tooltip and for who cannot see it. */
    String all(SessionNode node) {
        Sums sums = node.sums();
        StringBuilder words = new StringBuilder(path(node));
        if (node.prompt() != null && !(node.scope() instanceof Scope.Turn))
            words.append('\n').append(node.prompt());
        if (node.folder() != null) words.append('\n').append(node.folder());
        if (node.scope() instanceof Scope.Session(SessionKey key)) words.append(source(key));
        if (node.scope() instanceof Scope.Agent agent && agent.agentId() != null)
            words.append('\n').append(text("sessions.agent")).append(' ').append(agent.agentId());
        words.append('\n')
                .append(text(
                        "sessions.sums",
                        Human.exact((long) sums.count()),
                        Human.exact(sums.input()),
                        Human.exact(sums.cached()),
                        Human.exact(sums.output())));
        words.append('\n').append(money(sums));
        if (sums.errors() > 0) words.append('\n').append(text("status.errors", sums.errors()));
        if (sums.inFlight() > 0) words.append('\n').append(text("sessions.running", sums.inFlight()));
        return words.toString();
    }

    private static String source(SessionKey key) {
        if (key.id() != null) return "\n" + key.id();
        return key.opening() == 0 ? "" : "\n" + text("sessions.byOpening");
    }

    private static String money(Sums sums) {
        if (sums.cost() == null) return text(sums.unpriced() > 0 ? "status.cost.unknown" : "sessions.cost.none");
        String unknown = sums.unpriced() > 0 ? ", " + text("status.unpriced", sums.unpriced()) : "";
        return Money.exact(sums.cost()) + unknown;
    }

    private static @Nullable String folderName(@Nullable String path) {
        if (path == null) return null;
        String[] parts = path.split("[/\\\\]+", 0);
        return parts.length == 0 || parts[parts.length - 1].isEmpty() ? path : parts[parts.length - 1];
    }

    private static String shortened(@Nullable String id) {
        return id == null ? "" : id.substring(0, Math.min(SHORT_ID, id.length()));
    }
}
