package dev.sightglass.engine.upstream.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.messages.MalformedRequest;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.UpstreamKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One folder of golden files: what goes in beside what has to come out. Run with {@code -Dgolden.write=true} to write what
 * comes out now, then read the difference before committing it.
 */
public record Golden(Path folder) {
    private static final Path ROOT = Path.of("src/test/resources/dev/sightglass/engine/upstream/azure");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String DEFAULT_REQUEST = """
            {"model":"gpt-4.1","max_tokens":1000,"stream":true,"messages":[{"role":"user","content":"Hi"}],\
            "tools":[{"name":"Read","input_schema":{"type":"object","properties":{}}}]}""";

    /** All folders below {@code upstream/azure/GROUP}. */
    public static Stream<Golden> all(String group) throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve(group))) {
            return folders.filter(Files::isDirectory).sorted().map(Golden::new).toList().stream();
        }
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new AssertionError("cannot read " + folder.resolve(file), e);
        }
    }

    public byte[] bytes(String file) {
        return text(file).getBytes(StandardCharsets.UTF_8);
    }

    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** The folder's own request, or a small one for answers that depend on none. */
    public MessagesRequest request() throws MalformedRequest {
        String json = has("request.json") ? text("request.json") : DEFAULT_REQUEST;
        return new MessagesCodec().read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** True when the folder's deployment file holds the words. */
    public boolean deploymentSays(String words) {
        return has("deployment.properties") && text("deployment.properties").contains(words);
    }

    /** A plain gpt-4.1, unless the folder says otherwise. */
    public Deployment deployment(UpstreamKind kind) throws IOException {
        Properties said = new Properties();
        if (has("deployment.properties")) said.load(new StringReader(text("deployment.properties")));
        String cap = said.getProperty("maxOutputTokens");
        return new Deployment(
                said.getProperty("name", "my-deployment"),
                kind,
                "https://example.openai.azure.com",
                "example",
                said.getProperty("apiVersion", "2025-01-01-preview"),
                ModelFamily.valueOf(said.getProperty("family", "CLASSIC")),
                cap == null ? null : Integer.valueOf(cap));
    }

    /** The JSON says the same as the file: spaces and the order of fields do not count. */
    public void checkJson(String file, byte[] actual) {
        try {
            if (WRITE) write(file, PRETTY.writeValueAsString(Json.tree(actual)) + "\n");
            assertThat(Json.tree(actual)).isEqualTo(Json.tree(bytes(file)));
        } catch (MalformedJson e) {
            throw new AssertionError("not JSON: " + new String(actual, StandardCharsets.UTF_8), e);
        }
    }

    public void checkText(String file, String actual) {
        if (WRITE) write(file, actual);
        assertThat(actual).isEqualTo(text(file));
    }

    /** Notes as lines: action, path and, where there is one, target. */
    public static String lines(List<TranslationNote> notes) {
        return notes.stream()
                .map(n -> n.action() + " " + n.path() + (n.targetPath() == null ? "" : " -> " + n.targetPath()) + "\n")
                .collect(Collectors.joining());
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new AssertionError("cannot write " + folder.resolve(file), e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
