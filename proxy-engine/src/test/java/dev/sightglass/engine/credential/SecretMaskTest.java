package dev.sightglass.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretMaskTest {
    private static final String SECRET = "0123456789abcdefWXYZ";
    private static final SecretMask MASK = SecretMask.of(List.of(SECRET, "x"));

    @Test
    void lengthsStayAndTheLastFourShow() {
        assertThat(MASK.mask("a " + SECRET + " b " + SECRET))
                .isEqualTo("a ****************WXYZ b ****************WXYZ");
    }

    @Test
    void dummiesAreNoSecrets() {
        assertThat(MASK.mask("an example")).isEqualTo("an example");
        assertThat(SecretMask.of(List.of("x")).isEmpty()).isTrue();
    }

    @Test
    void bytesWithoutASecretAreTheSameArray() {
        byte[] bytes = "nothing".getBytes(StandardCharsets.UTF_8);
        assertThat(MASK.mask(bytes)).isSameAs(bytes);
    }

    @Test
    void anOpenEndIsTheBeginningOfASecret() {
        assertThat(MASK.openEnd("text 01234".getBytes(StandardCharsets.UTF_8))).isEqualTo(5);
        assertThat(MASK.openEnd("text".getBytes(StandardCharsets.UTF_8))).isZero();
    }
}
