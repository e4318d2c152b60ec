package dev.sightglass.app.inspector.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.text.DiffRows;
import dev.sightglass.app.control.text.DisplayRow;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.inspector.RecordedExchanges;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffModelTest {
    private final FakeExchangeStore store = new FakeExchangeStore();

    private DiffModel compare(String before, String after) {
        ExchangeSummary one = SampleExchanges.done(1);
        ExchangeSummary other = SampleExchanges.done(3);
        RecordedExchanges.addRequest(store, one, before.getBytes(UTF_8));
        RecordedExchanges.addRequest(store, other, after.getBytes(UTF_8));
        return DiffModel.of(new ExchangeDetails(store), other, one.id(), null);
    }

    private static String request(int changedTool, String messages) {
        StringBuilder text = new StringBuilder("{\"model\":\"m\",\"max_tokens\":32000,\"tools\":[");
        for (int i = 0; i < 90; i++)
            text.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"tool")
                    .append(i)
                    .append("\",\"description\":\"Reads a ")
                    .append(i == changedTool ? "picture" : "file")
                    .append(" of the project.\"}");
        return text + "],\"messages\":[" + messages + "]}";
    }

    private static List<String> changes(DiffRows rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(rows::row)
                .filter(row -> row.tone() == Tone.ADDED || row.tone() == Tone.REMOVED)
                .map(row -> row.text().strip())
                .toList();
    }

    @Test
    void oneChangedToolDescriptionAmongNinetyIsTheOnlyChange() {
        DiffModel model = compare(request(-1, ""), request(41, ""));

        assertThat(changes(model.unified()))
                .containsExactly(
                        "\"description\": \"Reads a file of the project.\"",
                        "\"description\": \"Reads a picture of the project.\"");
        assertThat(model.sections().stream().filter(DiffSection::differs).map(DiffSection::part))
                .containsExactly(DiffSection.Part.TOOLS);
        assertThat(DiffModel.counts(model.sections().getFirst())).isEqualTo("1 changed, 89 unchanged");
        assertThat(model.unified().changes()).isEqualTo(1);
        assertThat(model.unified().size()).isLessThan(20);
    }

    @Test
    void changedWordsStandOut() {
        DiffRows rows = compare(request(-1, ""), request(41, "")).unified();

        DisplayRow added = IntStream.range(0, rows.size())
                .mapToObj(rows::row)
                .filter(row -> row.tone() == Tone.ADDED)
                .findFirst()
                .orElseThrow();
        assertThat(added.marked()).hasSize(2);
        assertThat(added.text().substring(added.marked()[0], added.marked()[1])).isEqualTo("picture");
    }

    @Test
    void appendedMessagesAreAddedAndTheRestIsUnchanged() {
        String first = "{\"role\":\"user\",\"content\":\"a\"}";
        String more = first + ",{\"role\":\"assistant\",\"content\":\"b\"},{\"role\":\"user\",\"content\":\"c\"}";

        DiffModel model = compare(request(-1, first), request(-1, more));

        assertThat(DiffModel.counts(model.sections().get(3))).isEqualTo("2 added, 1 unchanged");
    }

    @Test
    void toolsInAnotherOrderAreNotChanges() {
        String one = "{\"tools\":[{\"name\":\"a\",\"x\":1},{\"name\":\"b\",\"x\":2}],\"top_p\":1}";
        String other = "{\"top_p\":0.5,\"tools\":[{\"name\":\"b\",\"x\":2},{\"name\":\"a\",\"x\":1}]}";

        DiffModel model = compare(one, other);

        assertThat(changes(model.unified())).containsExactly("\"top_p\": 1", "\"top_p\": 0.5");
    }

    @Test
    void bothSidesHaveARowForEachOther() {
        DiffModel model = compare("{\"a\":1,\"b\":2}", "{\"b\":3,\"c\":[1,2]}");

        assertThat(model.left().size()).isEqualTo(model.right().size());
        for (int row = 0; row < model.left().size(); row++) {
            boolean changed = model.left().row(row).tone() != Tone.PLAIN;
            assertThat(model.right().row(row).tone() != Tone.PLAIN).isEqualTo(changed);
        }
    }

    @Test
    void unchangedLinesOpenOnDemand() {
        DiffRows rows = compare(request(-1, ""), request(41, "")).unified();

        DiffRows opened = rows.unfoldAll();

        assertThat(opened.size()).isGreaterThan(300);
        assertThat(opened.foldAll().size()).isEqualTo(rows.size());
        assertThat(opened.change(-1, 1)).isGreaterThan(rows.change(-1, 1));
    }

    @Test
    void requestsThatAreNoJsonDoNotFail() {
        assertThat(compare("nonsense", "{\"a\":").sections()).hasSize(5);
    }
}
