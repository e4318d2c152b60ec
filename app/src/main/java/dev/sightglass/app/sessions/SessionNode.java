package dev.sightglass.app.sessions;

import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A line of the list: all exchanges, a session, or an agent in a session. FX thread only. */
public final class SessionNode {
    private final Scope scope;
    private final Totals totals;
    private String title;

    /** Which exchanges a line stands for. */
    public sealed interface Scope extends Predicate<ExchangeSummary> {
        /** All of them. */
        record Everything() implements Scope {
            @Override
            public boolean test(ExchangeSummary exchange) {
                return true;
            }
        }

        /** Those of a session; null for exchanges that name none. */
        record Session(@Nullable String id) implements Scope {
            @Override
            public boolean test(ExchangeSummary exchange) {
                return Objects.equals(exchange.client().sessionId(), id);
            }
        }

        /** Those of one agent in a session; null for the main agent. */
        record Agent(@Nullable String session, @Nullable String id) implements Scope {
            @Override
            public boolean test(ExchangeSummary exchange) {
                ClientInfo client = exchange.client();
                return Objects.equals(client.sessionId(), session) && Objects.equals(client.agentId(), id);
            }
        }
    }

    SessionNode(Scope scope, String title, Totals totals) {
        this.scope = scope;
        this.title = title;
        this.totals = totals;
    }

    public Scope scope() {
        return scope;
    }

    public String title() {
        return title;
    }

    void rename(String better) {
        title = better;
    }

    Totals totals() {
        return totals;
    }

    /** Sums over its exchanges. */
    public Totals.View sums() {
        return totals.view();
    }
}
