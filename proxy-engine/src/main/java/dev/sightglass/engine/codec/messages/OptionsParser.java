package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawObject;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.model.message.OtherField;
import dev.sightglass.engine.model.message.ThinkingMode;
import dev.sightglass.engine.model.message.ToolChoice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a request from its top-level fields. */
final class OptionsParser {
    private OptionsParser() {}

    /** @param other receives fields of objects that were taken apart */
    static RequestOptions options(RawObject fields, List<OtherField> other) throws MalformedJson {
        @Nullable RawObject output = object(fields, "output_config");
        @Nullable RawValue format = output == null ? null : output.takePresent("format");
        if (format == null) format = fields.takePresent("output_format");
        if (format != null && !format.isObject()) throw format.wrong("an object");
        @Nullable String effort = output == null ? null : output.string("effort");
        @Nullable RawObject metadata = object(fields, "metadata");
        @Nullable String userId = metadata == null ? null : metadata.string("user_id");
        addRest(output, other);
        addRest(metadata, other);
        return new RequestOptions(
                fields.number("temperature"),
                fields.number("top_p"),
                fields.number("top_k"),
                stopSequences(fields),
                toolChoice(fields),
                thinking(fields),
                effort,
                format == null ? null : format.text(),
                userId);
    }

    private static @Nullable RawObject object(RawObject fields, String name) throws MalformedJson {
        RawValue value = fields.takePresent(name);
        return value == null ? null : value.object();
    }

    private static void addRest(@Nullable RawObject object, List<OtherField> other) {
        if (object == null) return;
        object.rest().forEach((name, value) -> other.add(new OtherField(value.path(), value.text())));
    }

    private static List<String> stopSequences(RawObject fields) throws MalformedJson {
        RawValue value = fields.takePresent("stop_sequences");
        if (value == null) return List.of();
        List<String> sequences = new ArrayList<>();
        for (RawValue element : value.array()) sequences.add(element.string());
        return sequences;
    }

    private static @Nullable ToolChoice toolChoice(RawObject fields) throws MalformedJson {
        RawObject choice = object(fields, "tool_choice");
        if (choice == null) return null;
        RawValue type = choice.require("type");
        boolean noParallel = choice.bool("disable_parallel_tool_use", false);
        return switch (type.string()) {
            case "auto" -> new ToolChoice.Auto(noParallel);
            case "any" -> new ToolChoice.Any(noParallel);
            case "tool" -> new ToolChoice.Named(choice.require("name").string(), noParallel);
            case "none" -> new ToolChoice.None();
            default -> throw type.wrong("'auto', 'any', 'tool' or 'none'");
        };
    }

    private static @Nullable ThinkingMode thinking(RawObject fields) throws MalformedJson {
        RawObject thinking = object(fields, "thinking");
        if (thinking == null) return null;
        String type = thinking.require("type").string();
        boolean shown = !"omitted".equals(thinking.string("display"));
        return switch (type) {
            case "enabled" -> new ThinkingMode.Enabled(thinking.integer("budget_tokens"), shown);
            case "adaptive" -> new ThinkingMode.Adaptive(shown);
            case "disabled" -> new ThinkingMode.Disabled();
            default -> new ThinkingMode.Unknown(type);
        };
    }
}
