package dev.sightglass.engine.export.curl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://localhost:8000/anything/v1/messages|'http://localhost:8000/anything/v1/messages'",
                "http://localhost:8000/anything/****1234/v1/messages?beta=true"
                        + "|'http://localhost:8000/anything/'\"$TOKEN\"'/v1/messages''?beta=true'",
                "http://localhost:8000/anything/****1234 #0a1b2c3d/v1/messages"
                        + "|'http://localhost:8000/anything/'\"$TOKEN\"'/v1/messages'",
                "http://localhost:8000/anything/[redacted]|'http://localhost:8000/anything/'\"$TOKEN\"",
                "https://a.example/b?code=****1234&c=d|'https://a.example/b''?code='\"$KEY\"'&c=d'"
            })
    void theSecretsOfAnAddressComeFromTheEnvironmentAndTheRestStays(String url, String word) {
        assertThat(ShellText.address(url, "TOKEN", "KEY")).isEqualTo(word);
    }
}
