package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.upstream.http.ConnectFailed;
import java.io.EOFException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in a sentence, and by a kind, what an exception of the HTTP client means. */
final class FailureMap {
    private FailureMap() {}

    /** @param stale whether nothing came back on a connection that had been used before */
    static UpstreamFailure of(Throwable thrown, URI uri, boolean stale) {
        String host = authority(uri);
        if (find(thrown, UnknownHostException.class).isPresent())
            return new UpstreamFailure(
                    Outcome.Kind.DNS,
                    "Cannot find " + uri.getHost() + ": no such host. Check the endpoint or the instance's name.");
        Optional<ConnectFailed> unreached = find(thrown, ConnectFailed.class);
        if (unreached.isPresent())
            return new UpstreamFailure(
                    Outcome.Kind.CONNECT, "Cannot reach " + host + ": " + why(unreached.get()) + ".");
        if (find(thrown, SSLException.class).isPresent())
            return new UpstreamFailure(Outcome.Kind.TLS, "No safe connection to " + host + ": " + tls(thrown) + ".");
        if (isCut(thrown))
            return new UpstreamFailure(Outcome.Kind.RESET, host + " closed the connection before it answered.", stale);
        return new UpstreamFailure(
                Outcome.Kind.RESET, "No proper HTTP answer from " + host + ": " + lower(thrown, "cut off") + ".");
    }

    private static String why(ConnectFailed unreached) {
        return unreached.timedOut()
                ? "it does not answer the attempt to connect"
                : lower(unreached, "connection refused");
    }

    static UpstreamFailure noHead(URI uri, Duration waited) {
        return new UpstreamFailure(
                Outcome.Kind.TIMEOUT, authority(uri) + " did not begin to answer within " + waited.toSeconds() + " s.");
    }

    /** How an answer broke off after its head. */
    static String cut(Throwable thrown) {
        return "The upstream broke the answer off: " + lower(thrown, "connection closed") + ".";
    }

    static String authority(URI uri) {
        return uri.getPort() < 0 ? String.valueOf(uri.getHost()) : uri.getHost() + ":" + uri.getPort();
    }

    private static boolean isCut(Throwable thrown) {
        String message = text(thrown);
        return message.contains("reset")
                || message.contains("broken pipe")
                || message.contains("aborted")
                || message.contains("closed")
                || find(thrown, EOFException.class).isPresent();
    }

    private static String tls(Throwable thrown) {
        if (find(thrown, CertificateExpiredException.class).isPresent()) return "its certificate has expired";
        if (find(thrown, CertificateNotYetValidException.class).isPresent()) return "its certificate is not valid yet";
        String message = text(thrown);
        if (message.contains("subject alternative") || message.contains("no name matching"))
            return "its certificate is for another host name";
        if (message.contains("unable to find valid certification path")
                || find(thrown, CertPathValidatorException.class).isPresent())
            return "its certificate is signed by nobody that this machine trusts";
        return lower(thrown, "the TLS handshake failed");
    }

    private static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            text.append(cause.getMessage()).append('\n');
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static String lower(Throwable thrown, String otherwise) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause.getMessage() != null && cause.getCause() == null)
                return cause.getMessage().strip().replace('\n', ' ').toLowerCase(Locale.ROOT);
        return otherwise;
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (type.isInstance(cause)) return Optional.of(type.cast(cause));
        return Optional.empty();
    }
}
