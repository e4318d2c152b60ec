package dev.sightglass.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedFiltersFileTest {
    private static final List<SavedFilter> TWO =
            List.of(new SavedFilter("Failures", "status>=400"), new SavedFilter("Slow", "ttft>3s or duration>1m"));

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsReadBack() throws Exception {
        SavedFiltersFile file = new SavedFiltersFile(folder.resolve("new"));
        assertThat(file.load().filters()).isEmpty();
        file.save(TWO);
        assertThat(file.load().filters()).isEqualTo(TWO);
        assertThat(file.load().warning()).isNull();
    }

    @Test
    void aFileThatCannotBeReadIsToldAndKeptAside() throws Exception {
        SavedFiltersFile file = new SavedFiltersFile(folder);
        for (String content : List.of("oops", "{\"version\":9,\"filters\":[]}", "{\"version\":1}")) {
            Files.writeString(folder.resolve("filters.json"), content);
            assertThat(file.load().filters()).isEmpty();
            assertThat(file.load().warning()).contains("filters.json", "cannot be read");
            file.save(TWO);
            assertThat(folder.resolve("filters.json.unread")).hasContent(content);
            assertThat(file.load().filters()).isEqualTo(TWO);
        }
    }
}
