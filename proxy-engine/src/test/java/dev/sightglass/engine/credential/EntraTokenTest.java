package dev.sightglass.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.UpstreamKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntraTokenTest {
    private static final Deployment DEPLOYMENT = new Deployment(
            "gpt-4.1", UpstreamKind.CHAT, "https://demo.openai.azure.com", "demo", "v1", ModelFamily.CLASSIC, null);
    private static final List<String> NO_CLI = List.of("/nonexistent/az");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private FakeTokenService service;

    @BeforeEach
    void startService() throws Exception {
        service = new FakeTokenService();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void aServicePrincipalsSecretIsTradedForAToken() throws Exception {
        assertThat(header(principal())).isEqualTo(new Header("Authorization", "Bearer token-1"));

        FakeTokenService.Asked asked = service.asked.getFirst();
        assertThat(asked.uri()).isEqualTo("/tenant/oauth2/v2.0/token");
        assertThat(asked.body())
                .contains("grant_type=client_credentials", "client_id=app", "client_secret=hush%26hush")
                .contains("scope=https%3A%2F%2Fcognitiveservices.azure.com%2F.default");
    }

    @Test
    void aFederatedTokenIsTradedForAToken() throws Exception {
        Path file = Files.writeString(folder.resolve("federated"), "signed-by-the-cluster\n");
        EntraToken token = token(
                Map.of(
                        "AZURE_AUTHORITY_HOST",
                        service.url(),
                        "AZURE_TENANT_ID",
                        "tenant",
                        "AZURE_CLIENT_ID",
                        "app",
                        "AZURE_FEDERATED_TOKEN_FILE",
                        file.toString()),
                NO_CLI);
        assertThat(header(token).value()).isEqualTo("Bearer token-1");
        assertThat(service.asked.getFirst().body()).contains("client_assertion=signed-by-the-cluster");
    }

    @Test
    void theMachinesIdentityIsAskedWithItsHeader() throws Exception {
        assertThat(header(token(Map.of(), NO_CLI)).value()).isEqualTo("Bearer token-1");
        assertThat(service.asked.getFirst().headers()).contains("metadata: true");
        assertThat(service.asked.getFirst().uri()).contains("resource=https%3A%2F%2Fcognitiveservices.azure.com");
    }

    @Test
    void anAppServicesIdentityIsAskedAtItsOwnEndpoint() throws Exception {
        EntraToken token =
                token(Map.of("IDENTITY_ENDPOINT", service.url() + "/msi/token", "IDENTITY_HEADER", "proof"), NO_CLI);
        assertThat(header(token).value()).isEqualTo("Bearer token-1");
        assertThat(service.asked.getFirst().uri()).startsWith("/msi/token?api-version=2019-08-01");
        assertThat(service.asked.getFirst().headers()).contains("x-identity-header: proof");
    }

    @Test
    void theAzureCliIsAskedLast() throws Exception {
        service.refuse();
        Path az = Files.writeString(folder.resolve("az"), """
                echo '{"accessToken":"from-the-cli","expires_on":4102444800}'
                """);
        assertThat(header(token(Map.of(), List.of("sh", az.toString()))).value())
                .isEqualTo("Bearer from-the-cli");
    }

    @Test
    void aTokenIsKeptAndRenewedBeforeItExpires() throws Exception {
        EntraToken token = principal();
        header(token);
        clock.pass(Duration.ofMinutes(30));
        assertThat(header(token).value()).isEqualTo("Bearer token-1");

        clock.pass(Duration.ofMinutes(29));
        assertThat(header(token).value()).isEqualTo("Bearer token-2");
        assertThat(service.asked).hasSize(2);
    }

    @Test
    void theOldTokenServesItsLastMinutesWhenNoNewOneIsToBeHad() throws Exception {
        EntraToken token = principal();
        header(token);
        service.refuse();
        clock.pass(Duration.ofMinutes(58));
        assertThat(header(token).value()).isEqualTo("Bearer token-1");
    }

    @Test
    void withoutAnySourceTheErrorSaysWhatWasTriedAndWhatToDo() {
        service.refuse();
        assertThatThrownBy(() -> header(token(Map.of(), NO_CLI)))
                .isInstanceOfSatisfying(
                        CredentialMissing.class,
                        missing -> assertThat(missing.reason())
                                .contains(
                                        "environment: AZURE_TENANT_ID is not set",
                                        "managed identity",
                                        "az is not installed")
                                .contains("az login"));
    }

    private Header header(EntraToken token) throws Exception {
        return token.header(DEPLOYMENT, Headers.NONE);
    }

    private EntraToken principal() {
        return token(
                Map.of(
                        "AZURE_AUTHORITY_HOST", service.url() + "/",
                        "AZURE_TENANT_ID", "tenant",
                        "AZURE_CLIENT_ID", "app",
                        "AZURE_CLIENT_SECRET", "hush&hush"),
                NO_CLI);
    }

    private EntraToken token(Map<String, String> environment, List<String> cli) {
        return new EntraToken(new EntraSources(environment, service.url() + "/metadata", cli).all(), clock);
    }

    /** Stands still but for what the test lets pass. */
    private static final class SettableClock extends Clock {
        private Instant now = Instant.now();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
