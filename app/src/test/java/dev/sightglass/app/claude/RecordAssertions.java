package dev.sightglass.app.claude;

import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;

/** Expectations of one exported record, by JSON pointer, all told at once. */
final class RecordAssertions {

    private final SoftAssertions softly;
    private final JsonNode record;

    RecordAssertions(SoftAssertions softly, JsonNode record) {
        this.softly = softly;
        this.record = record;
    }

    void present(String pointer) {
        softly.assertThat(
                        record.at(pointer).isMissingNode() || record.at(pointer).isNull())
                .as(pointer + " is missing or null")
                .isFalse();
    }

    void text(String pointer, String expected) {
        softly.assertThat(record.at(pointer).asString("(none)")).as(pointer).isEqualTo(expected);
    }

    void matches(String pointer, String pattern) {
        softly.assertThat(record.at(pointer).asString("(none)")).as(pointer).matches(pattern);
    }

    /** Strings by their text, all else by its JSON. */
    void contains(String pointer, String part) {
        JsonNode node = record.at(pointer);
        softly.assertThat(node.isString() ? node.asString() : node.toString())
                .as(pointer)
                .contains(part);
    }

    /** The value is not there, or at least not in the clear. */
    void absent(String pointer, String secret) {
        softly.assertThat(record.at(pointer).asString("(none)")).as(pointer).isNotEqualTo(secret);
    }

    void number(String pointer, long expected) {
        isNumber(pointer);
        softly.assertThat(record.at(pointer).asLong(Long.MIN_VALUE)).as(pointer).isEqualTo(expected);
    }

    void atLeast(String pointer, long least) {
        isNumber(pointer);
        softly.assertThat(record.at(pointer).asLong(Long.MIN_VALUE)).as(pointer).isGreaterThanOrEqualTo(least);
    }

    void between(String pointer, long least, long most) {
        isNumber(pointer);
        softly.assertThat(record.at(pointer).asLong(Long.MIN_VALUE)).as(pointer).isBetween(least, most);
    }

    void decimal(String pointer, double expected) {
        isNumber(pointer);
        softly.assertThat(record.at(pointer).asDouble(-1)).as(pointer).isCloseTo(expected, Offset.offset(1e-9));
    }

    void ratio(String pointer, String dividend, long divisor) {
        isNumber(pointer);
        softly.assertThat(record.at(pointer).asDouble(-1))
                .as(pointer)
                .isCloseTo(record.at(dividend).asDouble(-1) / divisor, Offset.offset(1e-9));
    }

    private void isNumber(String pointer) {
        softly.assertThat(record.at(pointer).isNumber())
                .as(pointer + " is a number, it is " + record.at(pointer))
                .isTrue();
    }
}
