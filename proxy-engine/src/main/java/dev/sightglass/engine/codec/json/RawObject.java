package dev.sightglass.engine.codec.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one object, taken out one after the other; what remains is what nobody asked for. One thread. */
public final class RawObject {
    private final RawValue self;
    private final Map<String, RawValue> fields;

    RawObject(RawValue self, Map<String, RawValue> fields) {
        this.self = self;
        this.fields = fields;
    }

    /** Takes a field out; null when it is absent. */
    public @Nullable RawValue take(String name) {
        return fields.remove(name);
    }

    /** Takes a field out; an explicit {@code null} counts as absent. */
    public @Nullable RawValue takePresent(String name) {
        RawValue value = fields.remove(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Takes out a field that has to be there. */
    public RawValue require(String name) throws MalformedJson {
        RawValue value = fields.remove(name);
        if (value == null) throw new MalformedJson(self.child(name) + ": Field required");
        return value;
    }

    /** Takes a string out; null when it is absent or null. */
    public @Nullable String string(String name) throws MalformedJson {
        RawValue value = takePresent(name);
        return value == null ? null : value.string();
    }

    public boolean bool(String name, boolean otherwise) throws MalformedJson {
        RawValue value = takePresent(name);
        return value == null ? otherwise : value.bool();
    }

    public @Nullable Integer integer(String name) throws MalformedJson {
        RawValue value = takePresent(name);
        return value == null ? null : value.integer();
    }

    /** A number's own text; null when it is absent or null. */
    public @Nullable String number(String name) throws MalformedJson {
        RawValue value = takePresent(name);
        return value == null ? null : value.number();
    }

    /** The fields not taken, in order. */
    public Map<String, RawValue> rest() {
        return fields;
    }

    public RawValue self() {
        return self;
    }
}
