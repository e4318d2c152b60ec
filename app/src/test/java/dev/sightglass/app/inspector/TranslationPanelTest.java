package dev.sightglass.app.inspector;

import dev.sightglass.app.control.Segments;
import dev.sightglass.app.control.body.TextView;
import dev.sightglass.engine.detail.AlignedPiece;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The translation: both sides of each difference. */
class TranslationPanelTest extends PanelTest {
    @Test
    @SuppressWarnings("unchecked")
    void translationLeadsToBothPlacesOfADifference() {
        show(last);
        press(KeyCode.CONTROL, KeyCode.DIGIT5);
        ListView<AlignedPiece> list = (ListView<AlignedPiece>) node("translation-pieces", ListView.class);
        await("the differences", () -> list.getItems().size() > 5);

        runOnFx(() -> list.getItems().stream()
                .filter(piece -> "max_tokens".equals(piece.clientPath()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select));

        await(
                "the renamed field at Azure's side",
                () -> robot.lookup(".text-view").queryAllAs(TextView.class).stream()
                        .anyMatch(view -> view.rows().size() > 5
                                && view.rows()
                                        .row(view.rows().rowOf(view.caret()))
                                        .text()
                                        .contains("max_completion_tokens")));
        pictures("translation");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theAnswersStandBesideEachOtherToo() {
        show(last);
        runOnFx(() -> inspector.showPanel("translation"));
        ListView<AlignedPiece> list = (ListView<AlignedPiece>) node("translation-pieces", ListView.class);
        await("the request's differences", () -> list.getItems().size() > 5);

        clickText("Answer");
        await(
                "the answer's differences",
                () -> list.getItems().stream().anyMatch(piece -> "stop_reason".equals(piece.clientPath())));
        runOnFx(() -> list.requestFocus());
        press(KeyCode.ALT, KeyCode.DOWN);
        await("the first difference", () -> !list.getSelectionModel().isEmpty());
        runOnFx(() -> list.getItems().stream()
                .filter(piece -> "stop_reason".equals(piece.clientPath()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select));
        await(
                "Azure's finish reason",
                () -> robot.lookup(".text-view").queryAllAs(TextView.class).stream()
                        .anyMatch(view -> view.rows().size() > 5
                                && view.rows()
                                        .row(view.rows().rowOf(view.caret()))
                                        .text()
                                        .contains("finish_reason")));
        pictures("translation-answer");
        clickText("Notes");
        await("the notes alone", () -> list.getItems().stream().allMatch(piece -> piece.reason() != null));
        runOnFx(() -> ((Segments) inspector.lookup("#translation-way")).choose(0));
        await("the request's notes", () -> list.getItems().size() > 4);
        pictures("translation-notes");
    }
}
