package dev.sightglass.engine.credential;

import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import java.time.Clock;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A token of Entra ID from the first place that gives one; kept until shortly before it expires. */
final class EntraToken implements Credential {
    private final List<TokenSource> sources;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable AccessToken last;

    EntraToken(List<TokenSource> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    @Override
    public Header header(Deployment deployment, Headers client) throws CredentialMissing, InterruptedException {
        AccessToken token = last;
        if (token == null || !token.fresh(clock.instant())) token = renewed();
        return KeyHeaders.bearer(token.value());
    }

    private AccessToken renewed() throws CredentialMissing, InterruptedException {
        asking.lockInterruptibly();
        try {
            AccessToken known = last;
            if (known != null && known.fresh(clock.instant())) return known;
            try {
                AccessToken token = firstOf();
                last = token;
                return token;
            } catch (CredentialMissing e) {
                // The last minutes of the old token are better than an error.
                if (known != null && known.valid(clock.instant())) return known;
                throw e;
            }
        } finally {
            asking.unlock();
        }
    }

    private AccessToken firstOf() throws CredentialMissing, InterruptedException {
        StringJoiner tried = new StringJoiner("; ", "No Entra ID token for Azure. Tried ", ".");
        for (TokenSource source : sources) {
            try {
                return source.token();
            } catch (CredentialMissing e) {
                tried.add(source.name() + ": " + e.reason());
            }
        }
        throw new CredentialMissing(tried + " Sign in with az login, or set the credential of a service principal.");
    }
}
