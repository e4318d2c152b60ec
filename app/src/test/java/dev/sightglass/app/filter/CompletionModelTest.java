package dev.sightglass.app.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.filter.Completions.Completion;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionModelTest {
    private final CompletionModel model = new CompletionModel();

    @Test
    void aWordBegunIsOfferedFieldsAndTheMarkedOneIsPutInAtTheCaret() {
        model.typed("not sta and ttft>3s", 7);
        assertThat(texts()).contains("status>");
        assertThat(model.accept()).isEmpty();

        model.move(1);
        assertThat(model.accept()).hasValue(new CompletionModel.Edit("not status> and ttft>3s", 11));
        assertThat(model.showing()).isFalse();
    }

    @Test
    void valuesAreOfferedAfterAField() {
        model.typed("stop:", 5);
        assertThat(texts()).contains("end_turn", "tool_use");
        model.move(-1);
        assertThat(model.markedProperty().get()).isEqualTo(texts().size() - 1);
    }

    @Test
    void nothingIsOfferedUnaskedBeforeAWordOrWhenItIsComplete() {
        model.typed("status>400 ", 11);
        assertThat(model.showing()).isFalse();
        model.typed("stop:end_turn", 13);
        assertThat(model.showing()).isFalse();
    }

    @Test
    void anEmptyQueryIsOfferedWhatWasAskedBeforeFirst() {
        model.asked("", 0, List.of(new Completion(0, "status>=400", "asked before")));
        assertThat(texts()).startsWith("status>=400").contains("model:", "ttft>");
    }

    private List<String> texts() {
        return model.offers().stream().map(Completion::text).toList();
    }
}
