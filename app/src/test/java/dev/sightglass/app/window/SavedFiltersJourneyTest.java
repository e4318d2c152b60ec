package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.filter.SavedFilters;
import dev.sightglass.app.state.SavedFilter;
import dev.sightglass.app.state.SavedFiltersFile;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.WindowTest;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A query is kept under a name, and found again by menu, palette and keyboard, after the next start as well. */
class SavedFiltersJourneyTest extends WindowTest {
    @Override
    protected Clock clock() {
        return SAMPLE_CLOCK;
    }

    @BeforeEach
    void open() {
        openWindow(ANY_PORT, storeInFolder());
        tell(SampleExchanges.aScreenful());
    }

    @Test
    void aFilterIsSavedByKeyAndUsedFromTheMenuAndThePalette() {
        saveAs("status>=400", "Failures");
        await(
                "the kept file",
                () -> new SavedFiltersFile(folder)
                        .load()
                        .filters()
                        .equals(List.of(new SavedFilter("Failures", "status>=400"))));
        saveAs("tool:Bash", "Shell");
        press(KeyCode.ESCAPE);
        awaitQuery("");

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        clickText("Failures   \u00b7   status>=400");
        await("the failed rows", () -> scope().equals("3 of 24 exchanges"));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        await(
                "the menu",
                () -> robot.lookup("Shell   \u00b7   tool:Bash").tryQuery().isPresent());
        snapshot(robot.lookup("Shell   \u00b7   tool:Bash").query().getScene(), "saved-filters-light");
        press(KeyCode.ESCAPE);

        press(KeyCode.CONTROL, KeyCode.K);
        type("shell");
        press(KeyCode.ENTER);
        awaitQuery("tool:Bash");
    }

    @Test
    void savedFiltersAreOfferedFirstInTheEmptyField() {
        saveAs("status>=400", "Failures");
        press(KeyCode.CONTROL, KeyCode.F);
        press(KeyCode.ESCAPE);
        awaitQuery("");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        awaitQuery("status>=400");
    }

    @Test
    void renamingAndDeletingCanBeUndone() {
        saveAs("status>=400", "Failures");
        click("saved-filters");
        clickText("Rename");
        click("rename-filter-Failures");
        answerName("Refused");
        assertThat(app.savedFilters().named("refused")).isPresent();
        click("toast-action");
        await("the old name", () -> app.savedFilters().named("Failures").isPresent());

        click("saved-filters");
        clickText("Delete");
        click("delete-filter-Failures");
        await("no filter", () -> app.savedFilters().all().isEmpty());
        click("toast-action");
        await("the filter again", () -> app.savedFilters().all().size() == 1);
        await(
                "it is kept",
                () -> new SavedFilters(new SavedFiltersFile(folder))
                        .named("failures")
                        .isPresent());
    }

    @Test
    void nothingAndNonsenseCannotBeSavedAndANameMayBeUsedOnce() {
        assertThat(onFx(() -> window.actions().byId("saveFilter").disabled().get()))
                .isTrue();
        press(KeyCode.CONTROL, KeyCode.F);
        type("status>=many");
        await("the problem", () -> app.filter().problemProperty().get() != null);
        assertThat(onFx(() -> window.actions().byId("saveFilter").disabled().get()))
                .isTrue();
        press(KeyCode.ESCAPE);

        saveAs("status>=400", "Failures");
        saveAs("status>=500", "failures");
        await(
                "the newer one alone",
                () -> app.savedFilters().all().equals(List.of(new SavedFilter("failures", "status>=500"))));
        saveAs("tool:Bash", "Shell");
        click("saved-filters");
        clickText("Rename");
        click("rename-filter-Shell");
        runOnFx(() -> robot.lookup("#filter-name").queryAs(TextField.class).setText("FAILURES"));
        await(
                "OK locked",
                () -> robot.lookup("OK").query().isDisabled()
                        || robot.lookup("OK").query().getParent().isDisabled());
        press(KeyCode.ESCAPE);
    }

    private void saveAs(String query, String name) {
        press(KeyCode.CONTROL, KeyCode.F);
        runOnFx(() -> app.filter().queryProperty().set(query));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        answerName(name);
        await("the saved filter", () -> app.savedFilters().named(name).isPresent());
    }

    private void answerName(String name) {
        TextField field = node("filter-name", TextField.class);
        runOnFx(() -> field.setText(name));
        press(KeyCode.ENTER);
        await("the closed dialog", () -> !exists("filter-name"));
    }

    private void awaitQuery(String query) {
        await("the query " + query, () -> app.filter().queryProperty().get().equals(query));
    }
}
