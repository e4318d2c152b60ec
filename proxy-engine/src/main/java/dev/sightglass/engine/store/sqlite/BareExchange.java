package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import java.util.List;

/** An exchange whose heads are damaged on disk: what its row alone says, without headers and without bodies. */
final class BareExchange {
    private BareExchange() {}

    static Exchange of(ExchangeSummary summary) {
        RequestHead head =
                new RequestHead(summary.request().method(), summary.request().path(), Headers.of());
        ResponseHead answer = summary.status() == 0 ? null : new ResponseHead(summary.status(), Headers.of());
        Leg leg = new Leg(head, gone(summary.requestSize()), answer, gone(summary.responseSize()));
        return new Exchange(summary, leg, List.of(), List.of());
    }

    private static Body gone(long size) {
        return size <= 0 ? Body.EMPTY : new Body.NotCaptured(size, Body.Reason.STORE_FAILED);
    }
}
