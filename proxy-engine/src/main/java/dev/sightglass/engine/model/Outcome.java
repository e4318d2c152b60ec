package dev.sightglass.engine.model;

import org.jspecify.annotations.Nullable;

/** How an exchange ended: exactly one of these. */
public sealed interface Outcome {
    Outcome IN_FLIGHT = new InFlight();
    Outcome SUCCEEDED = new Succeeded();

    /** Who ended the exchange; null while it runs and when nobody can tell (after a crash). */
    @Nullable
    Party endedBy();

    /** The outcome's name in exports and queries, such as {@code api_error}. */
    String label();

    /** What went wrong in one sentence for a person; null when nothing did. */
    @Nullable
    String message();

    /** Still running. */
    record InFlight() implements Outcome {
        @Override
        public @Nullable Party endedBy() {
            return null;
        }

        @Override
        public String label() {
            return "in_flight";
        }

        @Override
        public @Nullable String message() {
            return null;
        }
    }

    /** Answered in full. */
    record Succeeded() implements Outcome {
        @Override
        public Party endedBy() {
            return Party.UPSTREAM;
        }

        @Override
        public String label() {
            return "succeeded";
        }

        @Override
        public @Nullable String message() {
            return null;
        }
    }

    /**
     * Azure answered with an error, before or inside the stream.
     *
     * @param status the upstream's HTTP status (200 when the error came inside a stream)
     * @param code Azure's {@code error.code}, or null
     */
    record ApiError(int status, @Nullable String code, String message) implements Outcome {
        @Override
        public Party endedBy() {
            return Party.UPSTREAM;
        }

        @Override
        public String label() {
            return "api_error";
        }
    }

    /** No proper answer came. */
    record TransportError(Kind kind, Party endedBy, String message) implements Outcome {
        @Override
        public String label() {
            return "transport_error";
        }
    }

    /** Where the transport failed. */
    enum Kind {
        DNS,
        CONNECT,
        TLS,
        TIMEOUT,
        IDLE,
        RESET,
        CUT_STREAM,
        NOT_AN_ANSWER,
        REDIRECT,
        CREDENTIAL,
        SHUTDOWN,
        INTERNAL
    }

    /** The client left before the answer was complete. */
    record Cancelled(String message) implements Outcome {
        @Override
        public Party endedBy() {
            return Party.CLIENT;
        }

        @Override
        public String label() {
            return "cancelled";
        }
    }

    /**
     * Refused by the proxy; nothing was sent upstream.
     *
     * @param reason one word for filters: {@code host}, {@code origin}, {@code too-large}, {@code malformed}, {@code
     *     truncated}, {@code not-found}, ...
     */
    record Rejected(int status, String reason, String message) implements Outcome {
        @Override
        public Party endedBy() {
            return Party.PROXY;
        }

        @Override
        public String label() {
            return "rejected";
        }
    }

    /** Found unfinished after a crash. */
    record Interrupted() implements Outcome {
        @Override
        public @Nullable Party endedBy() {
            return null;
        }

        @Override
        public String label() {
            return "interrupted";
        }

        @Override
        public String message() {
            return "The app ended before this exchange did; what had arrived is kept.";
        }
    }
}
