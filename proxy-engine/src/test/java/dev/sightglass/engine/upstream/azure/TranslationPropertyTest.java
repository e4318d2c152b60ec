package dev.sightglass.engine.upstream.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.UpstreamRequest;
import dev.sightglass.engine.upstream.Upstreams;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;

class TranslationPropertyTest {
    private static final RequestHead CLIENT = new RequestHead("POST", "/v1/messages", Headers.NONE);
    private static final Set<Action> LOSSES =
            Set.of(Action.DROPPED, Action.CLAMPED, Action.REPLACED, Action.SHORTENED, Action.MOVED);

    private final MessagesCodec codec = new MessagesCodec();
    private final Upstreams upstreams = new Upstreams();

    @Property(tries = 300)
    void everyTextOfARequestIsCarriedOrInTheNotesOfChat(@ForAll long seed) throws Exception {
        everyTextIsCarriedOrNoted(seed, UpstreamKind.CHAT);
    }

    @Property(tries = 300)
    void everyTextOfARequestIsCarriedOrInTheNotesOfResponses(@ForAll long seed) throws Exception {
        everyTextIsCarriedOrNoted(seed, UpstreamKind.RESPONSES);
    }

    @Property(tries = 200)
    void whatIsRememberedNeverChangesTheOutput(@ForAll long seed) throws Exception {
        for (UpstreamKind kind : List.of(UpstreamKind.CHAT, UpstreamKind.RESPONSES)) {
            MessagesRequest request = codec.read(Conversations.request(seed));
            UpstreamRequest first = prepare(upstreams, request, kind);
            UpstreamRequest remembered = prepare(upstreams, codec.read(Conversations.request(seed)), kind);
            UpstreamRequest fresh =
                    prepare(new Upstreams(), new MessagesCodec().read(Conversations.request(seed)), kind);
            assertThat(remembered.body()).isEqualTo(first.body()).isEqualTo(fresh.body());
            assertThat(remembered.notes()).isEqualTo(first.notes()).isEqualTo(fresh.notes());
        }
    }

    @Property(tries = 300)
    void chatMessagesKeepAzuresRules(@ForAll long seed) throws Exception {
        MessagesRequest request = codec.read(Conversations.request(seed));
        JsonNode body = Json.tree(prepare(upstreams, request, UpstreamKind.CHAT).body());
        Set<String> unanswered = new HashSet<>();
        for (JsonNode message : body.path("messages")) {
            String role = message.path("role").asString("");
            if (role.equals("tool")) {
                assertThat(unanswered.remove(message.path("tool_call_id").asString("")))
                        .as("a tool message answers a call just before it: %s", body)
                        .isTrue();
                continue;
            }
            assertThat(unanswered).as("all calls are answered: %s", body).isEmpty();
            for (JsonNode call : message.path("tool_calls")) {
                unanswered.add(call.path("id").asString(""));
                assertThat(call.path("id").asString("")).hasSizeBetween(1, 40);
                assertThat(call.path("function").path("name").asString("")).matches("[a-zA-Z0-9_-]{1,64}");
                assertThat(Json.tree(call.path("function").path("arguments").asString(""))
                                .isObject())
                        .isTrue();
            }
            if (message.path("tool_calls").isEmpty())
                assertThat(message.path("content").isEmpty()
                                && message.path("content").asString("").isEmpty())
                        .isFalse();
        }
        assertThat(unanswered).isEmpty();
        for (JsonNode tool : body.path("tools"))
            assertThat(tool.path("function").path("name").asString("")).matches("[a-zA-Z0-9_-]{1,64}");
    }

    private void everyTextIsCarriedOrNoted(long seed, UpstreamKind kind) throws Exception {
        byte[] raw = Conversations.request(seed);
        UpstreamRequest sent = prepare(upstreams, codec.read(raw), kind);
        String body = new String(sent.body(), StandardCharsets.UTF_8);
        Map<String, String> texts = new HashMap<>();
        collect(Json.tree(raw), "", texts);
        List<String> lost = new ArrayList<>();
        texts.forEach((path, text) -> {
            if (!body.contains(text) && sent.notes().stream().noneMatch(note -> covers(note, path)))
                lost.add(path + " = " + text);
        });
        assertThat(lost).as("notes: %s", Golden.lines(sent.notes())).isEmpty();
    }

    private static boolean covers(TranslationNote note, String path) {
        if (!LOSSES.contains(note.action()) || !path.startsWith(note.path())) return false;
        return path.length() == note.path().length()
                || ".[".indexOf(path.charAt(note.path().length())) >= 0;
    }

    private static void collect(JsonNode node, String path, Map<String, String> texts) {
        if (node.isString() && node.asString().contains("mark")) texts.put(path, node.asString());
        for (int i = 0; node.isArray() && i < node.size(); i++) collect(node.get(i), path + "[" + i + "]", texts);
        if (node.isObject())
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), texts));
    }

    private static UpstreamRequest prepare(Upstreams upstreams, MessagesRequest request, UpstreamKind kind)
            throws Exception {
        Deployment deployment = new Deployment(
                "d", kind, "https://x.openai.azure.com", "x", "2025-01-01-preview", ModelFamily.CLASSIC, null);
        return upstreams.of(kind).prepare(request, CLIENT, new Route("m", deployment, "test"));
    }
}
