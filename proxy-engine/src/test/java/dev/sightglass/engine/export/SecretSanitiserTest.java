package dev.sightglass.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSanitiserTest {
    private final Sanitiser sanitiser = new SecretSanitiser();

    private static final String BODY = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij0123456789";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-" + BODY,
                "sk-ant-api03-" + BODY,
                "ghp_" + BODY,
                "github_pat_" + BODY,
                "AKIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
                "xoxb-123456789012-abcdefghij",
                "hf_" + BODY,
                "sk_live_" + BODY,
                "ya29." + BODY,
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzJQQJ99BAACYeBjFXJ3w3AAABACOGabcd",
                "abc8Q~" + "ABCDEFGHIJ_KLMNOPQRST.UVWXYZ~abcde"
            })
    void tokensAreFoundAndMasked(String secret) {
        String masked = sanitiser.mask("before " + secret + " after");
        assertThat(masked).startsWith("before [").endsWith("] after").doesNotContain(secret.substring(5));
    }

    @Test
    void namedValuesAreMaskedAndTheirNamesKept() {
        assertThat(sanitiser.mask("AccountName=x;AccountKey=" + BODY + "==;Endpoint=y"))
                .contains("AccountName=x;AccountKey=[", ";Endpoint=y")
                .doesNotContain(BODY);
        assertThat(sanitiser.mask("postgres://me:hunter22@db/x")).isEqualTo("postgres://me:[redacted password]@db/x");
        assertThat(sanitiser.mask("\"api_key\": \"" + BODY + "\"")).doesNotContain(BODY);
    }

    @Test
    void privateKeysAreMaskedWhole() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----";
        assertThat(sanitiser.mask("x " + key + " y")).isEqualTo("x [redacted private key] y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The desk-top and task-runner are skeletons.",
                "password: see the manual",
                "https://example.org/a:b/c@d",
                "commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
                "risk-assessment-of-the-whole-thing-in-detail"
            })
    void ordinaryTextIsLeftAlone(String text) {
        assertThat(sanitiser.mask(text)).isEqualTo(text);
    }
}
