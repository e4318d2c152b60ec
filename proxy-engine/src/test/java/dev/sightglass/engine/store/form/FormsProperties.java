package dev.sightglass.engine.store.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.store.ArrivalMarks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormsProperties {
    private static final String[] SHREDS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\n",
        "\n\n",
        "\r\n\r\n",
        "data: ",
        "event: x\n",
        "\"text\":\"",
        "\"content\":\"ab\\\"c\"",
        "\"delta\":{",
        "\"sequence_number\":",
        "0",
        "17",
        "\"cache_control\":{\"type\":\"ephemeral\"}",
        "\"messages\":[",
        "\"x-anthropic-billing-header: cc=1;\\n\"",
        "{\"role\":\"user\"}",
        "null",
        " ",
        "\u00e9",
        "\u0000"
    };

    /** Texts put together from what the cutters look for, so that their odd corners are met. */
    @Provide
    Arbitrary<byte[]> shreds() {
        return Arbitraries.of(SHREDS)
                .list()
                .ofMaxSize(60)
                .map(l -> String.join("", l).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<byte[]> requests() {
        Arbitrary<String> mark = Arbitraries.of("", ",\"cache_control\":{\"type\":\"ephemeral\"}");
        Arbitrary<String> block = Combinators.combine(
                        Arbitraries.strings().alpha().ofMaxLength(80), mark)
                .as((t, m) -> "{\"type\":\"text\",\"text\":\"" + t + "\"" + m + "}");
        Arbitrary<String> list = block.list().ofMaxSize(40).map(l -> "[" + String.join(" , ", l) + "]");
        return Combinators.combine(list, list)
                .as((s, m) -> ("{\"model\":\"x\", \"system\":" + s + ",\"messages\": " + m + "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void anyBytesComeBackFromTheStreamForm(@ForAll byte[] bytes) {
        assertThat(StreamForm.decode(StreamForm.encode(bytes))).isEqualTo(bytes);
    }

    @Property(tries = 2000)
    void shredsOfStreamsComeBackFromTheStreamForm(@ForAll("shreds") byte[] shreds) {
        byte[] bytes = ("data: " + new String(shreds, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(StreamForm.decode(StreamForm.encode(bytes))).isEqualTo(bytes);
    }

    @Property(tries = 2000)
    void cutsCoverEveryByteOfShredsOnce(@ForAll("shreds") byte[] shreds) {
        byte[] bytes = ("{" + new String(shreds, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertCovers(RequestCutter.cut(bytes));
    }

    @Property(tries = 500)
    void cutsCoverEveryByteOfARequestOnce(@ForAll("requests") byte[] bytes) {
        assertCovers(RequestCutter.cut(bytes));
    }

    @Property(tries = 200)
    void cutsCoverAnyBytesOnce(@ForAll byte[] bytes) {
        assertCovers(RequestCutter.cut(bytes));
    }

    private static void assertCovers(CutBody cut) {
        int at = 0;
        for (CutBody.Span span : cut.spans()) {
            assertThat(span.start()).isEqualTo(at);
            assertThat(span.end()).isGreaterThan(at);
            at = span.end();
        }
        assertThat(at).isEqualTo(cut.bytes().length);
        int lifted = 0;
        for (CutBody.Lift lift : cut.lifts()) {
            assertThat(lift.start()).isGreaterThanOrEqualTo(lifted);
            assertThat(lift.end()).isGreaterThan(lift.start());
            assertThat(cut.spans()).anyMatch(s -> s.kept() && s.start() <= lift.start() && lift.end() <= s.end());
            lifted = lift.end();
        }
    }

    @Property(tries = 500)
    void arrivalMarksComeBack(@ForAll("shreds") byte[] body, @ForAll List<Short> steps, @ForAll List<Short> leadSteps) {
        ArrivalMarks lead = marks(body, leadSteps);
        ArrivalMarks marks = marks(body, steps);
        ArrivalMarks back = MarksForm.decode(MarksForm.encode(marks, lead, body), lead, body);
        assertThat(back.times()).isEqualTo(marks.times());
        assertThat(back.ends()).isEqualTo(marks.ends());
    }

    private static ArrivalMarks marks(byte[] body, List<Short> steps) {
        long[] times = new long[steps.size()];
        long[] ends = new long[steps.size()];
        long end = 0;
        for (int i = 0; i < steps.size(); i++) {
            times[i] = (i == 0 ? 0 : times[i - 1]) + Math.abs(steps.get(i)) * 10_000L;
            end = Math.min(body.length, end + Math.abs(steps.get(i) % 9));
            ends[i] = end;
        }
        return new ArrivalMarks(times, ends);
    }
}
