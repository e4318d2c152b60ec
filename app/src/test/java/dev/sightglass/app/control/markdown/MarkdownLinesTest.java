package dev.sightglass.app.control.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.control.markdown.MarkdownLine.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownLinesTest {

    @Test
    void listsAreLinesWithMarkersAndDepth() {
        List<MarkdownLine> lines = MarkdownLines.of("intro\n\n- a\n- b\n  1. c\n  2. d\n");

        assertThat(lines)
                .extracting(line -> line.marker() + line.depth() + line.text().text())
                .containsExactly("0intro", "•1a", "•1b", "1.2c", "2.2d");
    }

    @Test
    void codeIsOneLineARowAndColoured() {
        List<MarkdownLine> lines = MarkdownLines.of("```java\nint a;\n\nreturn;\n```");

        assertThat(lines).extracting(MarkdownLine::kind).containsOnly(Kind.CODE).hasSize(3);
        assertThat(lines.getFirst().opens()).isTrue();
        assertThat(lines.getLast().closes()).isTrue();
        assertThat(lines.getLast().text().runs().getFirst().style()).isEqualTo("code-keyword");
    }

    @Test
    void emphasisCodeAndLinksAreParts() {
        MarkdownLine line = MarkdownLines.of("see **this** `code` [there](https://example.org)")
                .getFirst();

        assertThat(line.text().text()).isEqualTo("see this code there");
        assertThat(line.text().runs())
                .contains(
                        new StyledText.Run(8, "md-strong", null),
                        new StyledText.Run(19, "md-link", "https://example.org"));
    }

    @Test
    void picturesAreNeverLoadedButTold() {
        assertThat(MarkdownLines.of("![alt](https://example.org/a.png)")
                        .getFirst()
                        .text()
                        .text())
                .isEqualTo("[alt](https://example.org/a.png)");
    }

    @Test
    void tablesCopyWithTabs() {
        MarkdownLine table =
                MarkdownLines.of("| a | b |\n|---|---|\n| 1 | **2** |\n").getFirst();

        assertThat(table.kind()).isEqualTo(Kind.TABLE);
        assertThat(table.text().text()).isEqualTo("a\tb\n1\t2");
    }
}
