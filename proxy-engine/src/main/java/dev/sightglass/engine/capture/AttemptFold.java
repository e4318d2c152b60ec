package dev.sightglass.engine.capture;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Timings;
import org.jspecify.annotations.Nullable;

/** What is known of one try so far. */
final class AttemptFold {
    private final int number;
    private final RequestHead request;
    private final long sentAt;
    private final @Nullable String reason;
    final BodyRecording requestBody;
    final BodyRecording responseBody;
    private @Nullable ResponseHead response;
    private @Nullable String failure;
    private long endedAt = Timings.UNSET;

    AttemptFold(
            int number,
            RequestHead request,
            long sentAt,
            @Nullable String reason,
            BodyRecording requestBody,
            BodyRecording responseBody) {
        this.number = number;
        this.request = request;
        this.sentAt = sentAt;
        this.reason = reason;
        this.requestBody = requestBody;
        this.responseBody = responseBody;
    }

    void answered(ResponseHead head) {
        response = head;
    }

    void ended(long at, @Nullable String why) {
        responseBody.finish(at);
        if (endedAt != Timings.UNSET) return;
        endedAt = at;
        failure = why;
    }

    Attempt attempt() {
        Leg leg = new Leg(request, requestBody.state(), response, responseBody.state());
        return new Attempt(number, leg, sentAt, endedAt, reason, failure);
    }
}
