package dev.sightglass.app.control.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonLocatorTest {
    private static final String JSON =
            "{\"model\": \"m\", \"messages\": [{\"role\": \"user\"}, {\"content\": [{\"text\": \"hi\", \"n\": 12}]}], \"a b\": 1}";

    private static String path(String at) {
        byte[] bytes = JSON.getBytes(UTF_8);
        return JsonLocator.locate(bytes, bytes.length, JSON.indexOf(at)).path();
    }

    private static String value(String at) {
        byte[] bytes = JSON.getBytes(UTF_8);
        int from = JsonLocator.locate(bytes, bytes.length, JSON.indexOf(at)).from();
        return JSON.substring(from, JsonScanner.valueEnd(bytes, from, bytes.length));
    }

    @Test
    void pathsNameMembersAndElements() {
        assertThat(path("\"m\"")).isEqualTo("model");
        assertThat(path("user")).isEqualTo("messages[0].role");
        assertThat(path("hi")).isEqualTo("messages[1].content[0].text");
        assertThat(path("12")).isEqualTo("messages[1].content[0].n");
        assertThat(path("a b")).isEqualTo("[\"a b\"]");
    }

    @Test
    void bracketsBelongToTheirContainer() {
        assertThat(path("[{\"text")).isEqualTo("messages[1].content");
        assertThat(path("{\"model")).isEmpty();
    }

    @Test
    void keysAndScalarsGiveTheirValue() {
        assertThat(value("text")).isEqualTo("\"hi\"");
        assertThat(value("content")).isEqualTo("[{\"text\": \"hi\", \"n\": 12}]");
        assertThat(value("12")).isEqualTo("12");
    }

    @Test
    void pathsLeadBackToTheirValues() {
        byte[] bytes = JSON.getBytes(UTF_8);

        assertThat(JsonPath.find(bytes, bytes.length, "messages[1].content[0].text"))
                .isEqualTo(JSON.indexOf("\"hi\""));
        assertThat(JsonPath.find(bytes, bytes.length, "messages[1].gone")).isEqualTo(JSON.indexOf("{\"content"));
        assertThat(JsonPath.find(bytes, bytes.length, "gone")).isEqualTo(-1);
    }
}
