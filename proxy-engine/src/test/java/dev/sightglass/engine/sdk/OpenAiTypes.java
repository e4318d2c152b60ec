package dev.sightglass.engine.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.core.JsonField;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.sightglass.engine.model.UpstreamKind;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads a request body with the types of OpenAI's SDK, and finds what they do not know at any depth. */
final class OpenAiTypes {
    private static final JsonMapper MAPPER = ObjectMappers.jsonMapper();
    private static final String SDK = "com.openai.";

    private OpenAiTypes() {}

    /** Fails when the SDK could not have sent this body: a missing or wrong field, or one that it does not know. */
    static void accept(UpstreamKind kind, byte[] body) throws IOException {
        Object read = read(kind, body);
        List<String> unknown = new ArrayList<>();
        collect("", read, unknown);
        assertThat(unknown).as("fields unknown to the SDK").isEmpty();
    }

    private static Object read(UpstreamKind kind, byte[] body) throws IOException {
        ObjectNode tree = (ObjectNode) MAPPER.readTree(body);
        // On Azure the model is the name of a deployment, which the SDK's list of models cannot hold.
        assertThat(tree.path("model").isTextual()).as("model is a text").isTrue();
        tree.put("model", "gpt-4.1");
        if (tree.has("stream")) {
            // The SDK's types have no such field: its streaming methods add it.
            assertThat(tree.remove("stream").isBoolean())
                    .as("stream is a boolean")
                    .isTrue();
        }
        return switch (kind) {
            case CHAT ->
                MAPPER.treeToValue(tree, ChatCompletionCreateParams.Body.class).validate();
            case RESPONSES ->
                MAPPER.treeToValue(tree, ResponseCreateParams.Body.class).validate();
            case ANTHROPIC -> throw new IllegalArgumentException("a Messages body is none of OpenAI's");
        };
    }

    private static void collect(String path, Object value, List<String> unknown) {
        if (value instanceof JsonField<?> field) {
            field.asKnown().ifPresent(known -> collect(path, known, unknown));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> collect(path + "[]", item, unknown));
        } else if (value != null && value.getClass().getName().startsWith(SDK)) {
            collectFields(path, value, unknown);
        }
    }

    private static void collectFields(String path, Object object, List<String> unknown) {
        List<Field> fields = Arrays.stream(object.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
        boolean typed = fields.stream().anyMatch(field -> JsonField.class.isAssignableFrom(field.getType()));
        for (Field field : fields) {
            Object value = valueOf(field, object);
            if (!field.getName().equals("additionalProperties")) {
                collect(path + "." + field.getName(), value, unknown);
            } else if (typed) {
                // An object without a field of its own, such as a schema, is made of free ones.
                ((Map<?, ?>) value).keySet().forEach(key -> unknown.add(path + "." + key));
            }
        }
    }

    private static Object valueOf(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError("cannot read " + field, e);
        }
    }
}
