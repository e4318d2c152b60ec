package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawObject;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.export.json.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object of a record that is read: absent fields and objects read as unknown. */
final class Node {
    private static final Node NOTHING = new Node(null);
    private static final int NANOS_DIGITS = 6;

    private final @Nullable RawObject fields;

    private Node(@Nullable RawObject fields) {
        this.fields = fields;
    }

    static Node of(@Nullable RawValue value) throws MalformedJson {
        return value == null || !value.isObject() ? NOTHING : new Node(value.object());
    }

    static Node of(RawObject fields) {
        return new Node(fields);
    }

    boolean present() {
        return fields != null;
    }

    @Nullable
    RawValue raw(String name) {
        return fields == null ? null : fields.takePresent(name);
    }

    Node object(String name) throws MalformedJson {
        return of(raw(name));
    }

    List<RawValue> array(String name) throws MalformedJson {
        RawValue value = raw(name);
        return value == null || !value.isArray() ? List.of() : value.array();
    }

    @Nullable
    String text(String name) throws MalformedJson {
        RawValue value = raw(name);
        return value == null ? null : value.string();
    }

    String text(String name, String otherwise) throws MalformedJson {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    List<String> texts(String name) throws MalformedJson {
        List<String> texts = new ArrayList<>();
        for (RawValue element : array(name)) texts.add(element.string());
        return texts;
    }

    @Nullable
    Long number(String name) throws MalformedJson {
        RawValue value = raw(name);
        return value == null ? null : (Long) new BigDecimal(value.number()).longValue();
    }

    long number(String name, long otherwise) throws MalformedJson {
        Long number = number(name);
        return number == null ? otherwise : number;
    }

    @Nullable
    Integer integer(String name) throws MalformedJson {
        Long number = number(name);
        return number == null ? null : (Integer) number.intValue();
    }

    boolean truth(String name) throws MalformedJson {
        RawValue value = raw(name);
        return value != null && value.bool();
    }

    /** A time in milliseconds as nanoseconds; -1 when it is not known. */
    long nanos(String name) throws MalformedJson {
        RawValue value = raw(name);
        return value == null
                ? -1
                : new BigDecimal(value.number()).movePointRight(NANOS_DIGITS).longValue();
    }

    /** The constant of the word in that field. */
    <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) throws MalformedJson {
        String word = text(name);
        if (word == null) return otherwise;
        try {
            return Words.read(type, word);
        } catch (IllegalArgumentException unknown) {
            return otherwise;
        }
    }
}
