package dev.sightglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.exchanges.RowState;
import dev.sightglass.app.export.FileDialogs;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.simulator.demo.DemoConversation;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole window on the whole engine: from the start button to the exported file. */
class JourneyTest extends WindowTest {

    @BeforeEach
    void open() throws Exception {
        openOnDemo();
    }

    @Override
    protected FileDialogs files() {
        return (_, _, kinds) -> Optional.of(new FileDialogs.Choice(folder.resolve("export.json"), kinds.getFirst()));
    }

    @Test
    void fromTheStartButtonToTheExportedFile() throws Exception {
        converse();
        assertThat(onFx(() -> app.exchanges().shown().stream()
                        .filter(row -> row.state() == RowState.DONE)
                        .count()))
                .isGreaterThan(3);

        goToFirstRow();
        press(KeyCode.J);
        await("the overview", () -> robot.lookup("#inspector").tryQuery().isPresent());
        pictures("journey");

        press(KeyCode.CONTROL, KeyCode.E);
        click("export-shown");
        click("export-ok");
        await("the exported file", () -> Files.exists(folder.resolve("export.json")));
        await("the notice", () -> robot.lookup("#toast").tryQuery().isPresent());
        JsonNode records = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("export.json")));
        assertThat(records.size()).isEqualTo(onFx(() -> app.exchanges().shown().size()));
        assertThat(records.get(1).path("ai").path("meta").path("provider_name").asString())
                .isEqualTo("azure");
    }

    @Test
    void theFirstStepsLeadToTheFirstExchangeAndAreFoundAgain() throws Exception {
        runOnFx(() -> stage.getScene().getRoot().requestFocus());
        press(KeyCode.CONTROL, KeyCode.K);
        type("first steps");
        press(KeyCode.ENTER);
        await("the guide", () -> robot.lookup("#guide").tryQuery().isPresent());
        Scene guide = onFx(() -> robot.lookup("#guide").query().getScene());
        runOnFx(() -> ((Button) guide.lookup("#empty-test")).fire());
        await("the connection tested", () -> steps(guide).equals("done done 3 4"));
        snapshot(guide, "guide-light");
        runOnFx(() -> ((Button) guide.lookup("#empty-start")).fire());
        await("the running proxy", () -> steps(guide).equals("done done done 4"));
        new DemoConversation(address()).hold();
        await("the first exchange", () -> steps(guide).equals("done done done done"));
        runOnFx(() -> app.themes().toggle());
        snapshot(guide, "guide-dark");
    }

    @Test
    void theConnectionIsTestedFromThePalette() {
        press(KeyCode.CONTROL, KeyCode.K);
        type("test conn");
        press(KeyCode.ENTER);
        await(
                "the findings",
                () -> robot.lookup("#check-findings .ikonli-font-icon")
                        .tryQuery()
                        .isPresent());
        press(KeyCode.ESCAPE);
    }

    private static String steps(Scene guide) {
        return guide.getRoot().lookupAll(".step-number").stream()
                .map(Node::getAccessibleText)
                .sorted(Comparator.comparing((String text) -> !text.equals("done"))
                        .thenComparing(text -> text))
                .collect(Collectors.joining(" "));
    }

    @Test
    void clearCanBeUndone() throws Exception {
        converse();
        int before = onFx(() -> app.exchanges().shown().size());

        press(KeyCode.CONTROL, KeyCode.L);
        await("the empty table", () -> app.exchanges().shown().isEmpty());
        click("toast-action");
        await("the rows again", () -> app.exchanges().shown().size() == before);

        press(KeyCode.CONTROL, KeyCode.L);
        await("the empty table", () -> app.exchanges().shown().isEmpty());
        assertThat(node("empty-start").isDisabled())
                .as("what runs is not stopped by the button that starts it")
                .isTrue();
        press(KeyCode.CONTROL, KeyCode.Z);
        await("the rows again", () -> app.exchanges().shown().size() == before);
        assertThat(exists("toast")).isFalse();
    }
}
