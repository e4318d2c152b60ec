package dev.sightglass.engine.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ToolInputTest {

    @Test
    void editsTodosAndCommandsAreUnderstood() {
        assertThat(ToolInput.of("Edit", "{\"file_path\":\"a\",\"old_string\":\"b\",\"new_string\":\"c\"}"))
                .isEqualTo(new ToolInput.Edit("a", List.of(new ToolInput.Change("b", "c"))));
        assertThat(ToolInput.of("TodoWrite", "{\"todos\":[{\"content\":\"x\",\"status\":\"pending\"}]}"))
                .isEqualTo(new ToolInput.Todos(List.of(new ToolInput.Todo("x", "pending"))));
        assertThat(ToolInput.of("Bash", "{\"command\":\"ls\"}")).isEqualTo(new ToolInput.Command("ls", ""));
    }

    @Test
    void otherToolsShowTheirFieldsAndBrokenArgumentsStandAsReceived() {
        assertThat(ToolInput.of("mcp__x", "{\"n\":1.50,\"s\":\"t\"}"))
                .isEqualTo(
                        new ToolInput.Fields(List.of(new ToolInput.Field("n", "1.50"), new ToolInput.Field("s", "t"))));
        assertThat(ToolInput.of("Edit", "{\"file_pa")).isEqualTo(new ToolInput.Raw("{\"file_pa"));
    }
}
