package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request on its way to the upstream. One thread waits for its answer; any thread may cancel it. */
public final class UpstreamCall {
    private final URI uri;
    private final IdleConnections idle;
    private final boolean reused;
    private final AnswerBody body = new AnswerBody();
    private final CompletableFuture<HttpResponse<AnswerBody>> response;

    /**
     * The head as soon as it is read. The client's own future may fail after that, when the connection ends right behind the
     * head: what came would be lost with it.
     */
    private final CompletableFuture<HttpResponse.ResponseInfo> head = new CompletableFuture<>();

    UpstreamCall(HttpClient client, HttpRequest request, IdleConnections idle) {
        this.uri = request.uri();
        this.idle = idle;
        this.reused = idle.take(uri);
        this.response = client.sendAsync(request, given -> {
            head.complete(given);
            return body;
        });
        var _ = response.whenComplete((_, thrown) -> {
            if (thrown != null && !head.completeExceptionally(thrown)) body.onError(thrown);
        });
    }

    /**
     * Waits for the answer's head.
     *
     * @throws UpstreamFailure when none comes
     */
    public UpstreamAnswer answer(Duration firstByte) throws UpstreamFailure, InterruptedException {
        try {
            HttpResponse.ResponseInfo info = head.get(firstByte.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(new ResponseHead(info.statusCode(), headers(info.headers())));
        } catch (TimeoutException _) {
            cancel();
            throw FailureMap.noHead(uri, firstByte);
        } catch (CancellationException e) {
            throw FailureMap.of(e, uri, false);
        } catch (ExecutionException e) {
            throw FailureMap.of(e.getCause() == null ? e : e.getCause(), uri, reused);
        }
    }

    /** Gives up: the connection is closed at once, whoever waits is woken. */
    public void cancel() {
        body.close();
        response.cancel(true);
    }

    private static Headers headers(java.net.http.HttpHeaders from) {
        List<Header> headers = new ArrayList<>();
        from.map().forEach((name, values) -> {
            // HTTP/2 has the status among the headers.
            if (!name.startsWith(":")) for (String value : values) headers.add(new Header(name, value));
        });
        return new Headers(headers);
    }

    private final class Answer implements UpstreamAnswer {
        private final ResponseHead head;
        private boolean complete;

        Answer(ResponseHead head) {
            this.head = head;
        }

        @Override
        public ResponseHead head() {
            return head;
        }

        @Override
        public AnswerPiece next(Duration wait) throws InterruptedException {
            AnswerPiece piece = body.next(wait);
            if (piece instanceof AnswerPiece.End && !complete) {
                complete = true;
                idle.put(uri);
            }
            return piece;
        }

        @Override
        public void close() {
            if (!complete) cancel();
        }
    }
}
