package dev.sightglass.engine.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.detail.ContextComposition.Kind;
import dev.sightglass.engine.detail.ContextComposition.Part;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Role;
import dev.sightglass.engine.model.message.Source;
import dev.sightglass.engine.model.message.Tool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextCompositionTest {

    private static Conversation conversation(List<Tool> tools, ContentBlock... said) {
        return new Conversation(
                List.of(text("s".repeat(10))),
                List.of(new Message(Role.USER, List.of(said), false, List.of())),
                tools,
                AnswerMessage.NONE,
                0,
                null);
    }

    private static ContentBlock.Text text(String words) {
        return new ContentBlock.Text(words, List.of());
    }

    private static Tool tool(String name) {
        return new Tool(null, name, "d".repeat(100), "{}", false, List.of());
    }

    @Test
    void toolsAreCountedByTheServerThatOffersThem() {
        List<Tool> tools = new ArrayList<>();
        for (int i = 0; i < 107; i++) tools.add(tool("mcp__library__find" + i));
        tools.add(tool("Bash"));

        assertThat(ContextComposition.of(conversation(tools)))
                .extracting(Part::kind, Part::name, Part::count)
                .startsWith(org.assertj.core.groups.Tuple.tuple(Kind.MCP_TOOLS, "library", 107))
                .contains(org.assertj.core.groups.Tuple.tuple(Kind.TOOLS, "", 1));
    }

    @Test
    void partsSumUpToTheWhole() {
        String reminder = "<system-reminder># claudeMd notes</system-reminder>";
        String other = "<system-reminder>more</system-reminder>";
        List<Part> parts = ContextComposition.of(conversation(List.of(), text(reminder + "hello" + other)));

        assertThat(parts.stream().mapToLong(Part::weight).sum())
                .isEqualTo(10L + reminder.length() + 5 + other.length());
        assertThat(parts)
                .extracting(Part::kind)
                .containsExactlyInAnyOrder(Kind.MEMORY, Kind.INJECTED, Kind.SYSTEM, Kind.USER);
    }

    @Test
    void picturesWeighByWhatTheyCostAndNotByTheirBase64() {
        ContentBlock picture = new ContentBlock.Image(new Source.Base64("image/png", "A".repeat(1_000_000)), List.of());
        ContentBlock result = new ContentBlock.ToolResult("t", List.of(picture), false, List.of());

        assertThat(ContextComposition.of(conversation(List.of(), result)))
                .filteredOn(part -> part.kind() == Kind.PICTURES)
                .extracting(Part::weight)
                .containsExactly(3_060L);
    }
}
