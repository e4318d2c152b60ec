package dev.sightglass.engine.upstream.azure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.model.message.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates tool definitions, each tool object once. Safe for many threads. */
public final class ToolMapper {
    private final Cache<Tool, Fragment> memo =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();
    private final Form form;

    /** How an API writes a function tool. */
    public enum Form {
        /** Chat Completions: the definition stands in {@code function}; {@code strict} only when true. */
        NESTED,
        /** Responses: all on one level; {@code strict} always told, since leaving it out means true. */
        FLAT
    }

    private record Fragment(byte[] json, List<TranslationNote> notes) {}

    public ToolMapper(Form form) {
        this.form = form;
    }

    /** Writes the tools as values of the array that {@code out} is in. */
    public void write(ToolSelection selection, JsonOut out, Notes notes) {
        for (ToolSelection.Offered offered : selection.kept()) {
            Fragment fragment = fragment(offered.tool());
            out.raw(fragment.json());
            if (!fragment.notes().isEmpty()) notes.addAll("tools[" + offered.index() + "]", fragment.notes());
        }
    }

    /** Writes the choice of one function, by the name that Azure knows it by. */
    public void writeNamed(String name, JsonOut out) {
        out.beginObject().field("type", "function");
        if (form == Form.NESTED) out.name("function").beginObject();
        out.field("name", name);
        if (form == Form.NESTED) out.endObject();
        out.endObject();
    }

    private Fragment fragment(Tool tool) {
        Fragment known = memo.getIfPresent(tool);
        if (known != null) return known;
        Notes notes = new Notes(Direction.REQUEST);
        Fragment fresh = new Fragment(json(tool, notes), notes.list());
        memo.put(tool, fresh);
        return fresh;
    }

    private byte[] json(Tool tool, Notes notes) {
        FieldNotes.dropped(".", tool.other(), notes);
        String name = ToolNames.sent(tool.name());
        if (!name.equals(tool.name()))
            notes.add(
                    Action.SHORTENED,
                    ".name",
                    name,
                    "Azure takes 64 letters, digits, _ and -; answers name it as it was");
        JsonOut out = new JsonOut(512).beginObject().field("type", "function");
        if (form == Form.NESTED) out.name("function").beginObject();
        out.field("name", name);
        writeDefinition(tool, out, notes);
        if (form == Form.NESTED) out.endObject();
        return out.endObject().toByteArray();
    }

    private void writeDefinition(Tool tool, JsonOut out, Notes notes) {
        if (!tool.custom()) {
            notes.add(
                    Action.REPLACED, ".type", null, "sent as a function with a schema written out for " + tool.type());
            out.field("description", ClientTools.description(tool));
            out.name("parameters").raw(String.valueOf(ClientTools.schema(tool)));
            if (form == Form.FLAT) out.field("strict", false);
            return;
        }
        SchemaRepair.Repaired repaired = SchemaRepair.repair(tool.inputSchema());
        if (repaired.changed())
            notes.add(Action.REPLACED, ".input_schema", null, "Azure takes plain objects with properties only");
        String description = description(tool, repaired);
        if (description != null) out.field("description", description);
        out.name("parameters").raw(repaired.schema());
        writeStrict(tool, repaired.schema(), out, notes);
    }

    private static @Nullable String description(Tool tool, SchemaRepair.Repaired repaired) {
        if (repaired.moved() == null) return tool.description();
        String before = tool.description() == null ? "" : tool.description() + "\n\n";
        return before + "The arguments must also satisfy this JSON Schema: " + repaired.moved();
    }

    private void writeStrict(Tool tool, String schema, JsonOut out, Notes notes) {
        boolean strict = tool.strict() && StrictSchema.qualifies(schema);
        if (tool.strict() && !strict)
            notes.dropped(".strict", "Azure takes it only when every object is closed and every property required");
        if (strict || form == Form.FLAT) out.field("strict", strict);
    }
}
