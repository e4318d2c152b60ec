package dev.sightglass.app.inspector.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.detail.AnswerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private static String shown(String error) {
        return AnswerText.of(new AnswerMessage(List.of(), null, error, true)).plain();
    }

    @Test
    void anErrorIsShownAsItsTypeAndItsWords() {
        assertThat(shown("{\"type\":\"invalid_request_error\",\"message\":\"Too \\\"long\\\".\"}"))
                .isEqualTo("Error  invalid_request_error\nToo \"long\".");
    }

    @Test
    void anErrorOfAnotherShapeIsShownAsItsJson() {
        assertThat(shown("{\"detail\":7}")).isEqualTo("Error\n{\n  \"detail\": 7\n}");
    }
}
