package dev.sightglass.app.sessions;

import dev.sightglass.app.exchanges.Sums;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the tree: all exchanges, a session, a turn, or an agent, with its sums. FX thread only, once it is shown. */
public final class SessionNode {
    private final Scope scope;
    private final Sums sums = new Sums();
    private final List<SessionNode> children = new ArrayList<>();
    private final ExchangeId first;
    private final Instant startedAt;
    private @Nullable SessionNode parent;
    private @Nullable String prompt;
    private @Nullable String folder;
    private @Nullable String agentType;
    private boolean promptOfTools;
    private int version;

    /** {@code founder} is the exchange that the line appears with; null for the line of all. */
    SessionNode(Scope scope, @Nullable ExchangeSummary founder) {
        this.scope = scope;
        this.first = founder == null ? new ExchangeId(1) : founder.id();
        this.startedAt = founder == null ? Instant.EPOCH : founder.startedAt();
    }

    // What it shows

    public Scope scope() {
        return scope;
    }

    /** Sums over its exchanges, those of the lines under it included. */
    public Sums sums() {
        return sums;
    }

    /** Turns and agents by their start; sessions the newest first. */
    public List<SessionNode> children() {
        return Collections.unmodifiableList(children);
    }

    public @Nullable SessionNode parent() {
        return parent;
    }

    /** When the exchange came with which the line appeared. */
    public Instant startedAt() {
        return startedAt;
    }

    /** The beginning of its first prompt; an agent's is its task. */
    public @Nullable String prompt() {
        return prompt;
    }

    /** Path of the working folder. */
    public @Nullable String folder() {
        return folder;
    }

    /** What kind of sub-agent it is, when the client says so. */
    public @Nullable String agentType() {
        return agentType;
    }

    /** Changes with each change of what the line shows. */
    int version() {
        return version;
    }

    // Growing and shrinking

    void count(ExchangeSummary exchange, @Nullable BigDecimal cost, boolean in) {
        for (SessionNode node = this; node != null; node = node.parent) {
            if (in) node.sums.add(exchange, cost);
            else node.sums.remove(exchange, cost);
            node.version++;
        }
    }

    void adopt(SessionNode child, boolean newestFirst) {
        int place = children.size();
        while (place > 0 && comesBefore(child, children.get(place - 1), newestFirst)) place--;
        children.add(place, child);
        child.parent = this;
        version++;
    }

    private static boolean comesBefore(SessionNode one, SessionNode other, boolean newestFirst) {
        int order = one.first.compareTo(other.first);
        return newestFirst ? order > 0 : order < 0;
    }

    void release(SessionNode child) {
        children.remove(child);
        child.parent = null;
        version++;
    }

    /** Moves {@code child}, which stands elsewhere, under this line, with all that it sums up. */
    void takeOver(SessionNode child) {
        SessionNode before = child.parent;
        if (before == null) return;
        before.release(child);
        for (SessionNode node = before; node != null; node = node.parent) node.sums.remove(child.sums);
        adopt(child, false);
        for (SessionNode node = this; node != null; node = node.parent) node.sums.add(child.sums);
    }

    /** Learns what to call the line from one of its exchanges. */
    void describe(ExchangeSummary exchange) {
        if (agentType == null && scope instanceof Scope.Agent)
            agentType = exchange.client().agentType();
        var facts = exchange.request().prompt();
        if (folder == null && facts != null) folder = facts.workingFolder();
        String title = exchange.request().title();
        boolean tools = exchange.request().tools() > 0;
        if (title == null || (prompt != null && (promptOfTools || !tools))) return;
        prompt = title;
        promptOfTools = tools;
        version++;
    }
}
