package dev.sightglass.app.exchanges;

import dev.sightglass.app.theme.AgentColours;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What cells need beside the exchange itself.
 *
 * @param cost US dollars of an exchange, or null when unknown
 * @param clock the time now, for exchanges still running; its zone is the one that times are shown in
 * @param agents the colours of sub-agents
 */
public record CellContext(Function<ExchangeSummary, @Nullable BigDecimal> cost, Clock clock, AgentColours agents) {
    ZoneId zone() {
        return clock.getZone();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
