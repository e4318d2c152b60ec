package dev.sightglass.engine.export.json;

import dev.sightglass.engine.export.Sanitiser;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of records: what is unknown becomes null, text is masked. One thread. */
public final class RecordOut {
    private static final int NANOS_DIGITS = 6;

    private final JsonGenerator json;
    private final Sanitiser sanitiser;

    public RecordOut(JsonGenerator json, Sanitiser sanitiser) {
        this.json = json;
        this.sanitiser = sanitiser;
    }

    public Sanitiser sanitiser() {
        return sanitiser;
    }

    public void object(String name, Runnable fields) {
        json.writeName(name);
        object(fields);
    }

    public void object(Runnable fields) {
        json.writeStartObject();
        fields.run();
        json.writeEndObject();
    }

    public void array(String name, Runnable elements) {
        json.writeName(name);
        json.writeStartArray();
        elements.run();
        json.writeEndArray();
    }

    public void nothing(String name) {
        json.writeNullProperty(name);
    }

    /** A word of ours, written as it is. */
    public void word(String name, @Nullable String word) {
        json.writeName(name);
        if (word == null) json.writeNull();
        else json.writeString(word);
    }

    /** Text from the traffic or from a person. */
    public void text(String name, @Nullable String text) {
        word(name, text == null ? null : sanitiser.mask(text));
    }

    public void texts(String name, List<String> texts) {
        array(name, () -> texts.forEach(text -> json.writeString(sanitiser.mask(text))));
    }

    public void number(String name, @Nullable Long number) {
        json.writeName(name);
        if (number == null) json.writeNull();
        else json.writeNumber(number);
    }

    public void number(String name, @Nullable Integer number) {
        number(name, number == null ? null : Long.valueOf(number));
    }

    public void number(String name, @Nullable BigDecimal number) {
        json.writeName(name);
        if (number == null) json.writeNull();
        else json.writeNumber(number);
    }

    public void truth(String name, boolean truth) {
        json.writeBooleanProperty(name, truth);
    }

    /** A mark of the monotonic clock in milliseconds with all its digits; null when it is not set. */
    public void millis(String name, long nanos) {
        number(name, nanos < 0 ? null : trimmed(BigDecimal.valueOf(nanos, NANOS_DIGITS)));
    }

    private static BigDecimal trimmed(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** A value that is JSON on one line already. */
    public void raw(String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) json.writeNull();
        else json.writeRawValue(value);
    }

    /** Two texts as an array, the way in which headers keep their order and case. */
    public void pair(String first, String second) {
        json.writeStartArray();
        json.writeString(first);
        json.writeString(second);
        json.writeEndArray();
    }
}
