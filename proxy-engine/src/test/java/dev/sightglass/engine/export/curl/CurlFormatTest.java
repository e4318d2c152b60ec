package dev.sightglass.engine.export.curl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.export.ExportFormats;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.RecordedSamples;
import dev.sightglass.engine.export.SampleChanges;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the commands with {@code sh}, whose curl is a script that writes its arguments down. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for sh")
class CurlFormatTest {
    private static final String HOSTILE = "it's \"quoted\"\n\n$(touch pwned) `touch pwned` ${HOME} $HOME \\ \\n !! !x"
            + "\t'; touch pwned; ' || touch pwned & %s \u00e9 \ud83d\ude00 #\r\n@/etc/passwd\n";

    private static final String RECORDER = """
            #!/bin/sh
            for word do printf '%s\\000' "$word"; done >>words
            printf '\\001\\000' >>words
            if [ "$word" = @- ]; then cat >input; fi
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"it's", "'", "''", "\n", "$", "`", "!", "\\", "'\\''", HOSTILE})
    void theBodyArrivesByteForByte(String body) throws Exception {
        List<String> words = run(ExportLevel.FULL, withBody(body)).getFirst();

        assertThat(after(words, "--data-raw")).containsExactly(body);
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void aBodyTooLongForAnArgumentArrivesByteForByte() throws Exception {
        String body = HOSTILE.repeat(5_000);

        List<String> words = run(ExportLevel.FULL, withBody(body)).getFirst();

        assertThat(words).endsWith("--data-binary", "@-");
        assertThat(Files.readString(folder.resolve("input"))).isEqualTo(body);
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void bothFormsHaveTheirAddressTheirHeadersAndTheirKey() throws Exception {
        List<List<String>> commands = run(ExportLevel.SANITISED, RecordedSamples.streamed(7));

        assertThat(commands).hasSize(2);
        assertThat(after(commands.get(0), "--request")).containsExactly("POST");
        assertThat(after(commands.get(0), "--url"))
                .containsExactly("http://localhost:8000/anything/v1/messages?beta=true");
        assertThat(after(commands.get(0), "--header"))
                .containsExactly(
                        "User-Agent: claude-cli/2.0.37 (external, cli)",
                        "Content-Type: application/json",
                        "x-api-key: client $(key) 'x'",
                        "X-Twice: a",
                        "x-twice: b");
        assertThat(after(commands.get(1), "--url").getFirst())
                .startsWith("https://test.openai.azure.com/openai/deployments/gpt-4.1/chat/completions?api-version=");
        assertThat(after(commands.get(1), "--header"))
                .containsExactly("content-type: application/json", "api-key: azure-key");
        assertThat(after(commands.get(1), "--data-raw")).containsExactly("{\"messages\":[]}");
    }

    @Test
    void credentialsComeFromTheEnvironmentWhateverWasRecorded() throws Exception {
        RequestHead head = new RequestHead(
                "POST",
                "/v1/messages?key=****abcd #0123abcd&x='y'",
                Headers.of(
                        "host", "h",
                        "authorization", "Bearer sk-ant-secret-0123456789",
                        "cookie", "a=secret-cookie",
                        "x-empty", ""));
        RecordedExchange exchange = SampleChanges.request(RecordedSamples.streamed(7), head);

        assertThat(text(ExportLevel.FULL, exchange))
                .doesNotContain("secret-0123456789")
                .doesNotContain("secret-cookie")
                .contains("cookie\n");
        List<String> words = run(ExportLevel.FULL, exchange).getFirst();
        assertThat(after(words, "--header"))
                .containsExactly("authorization: Bearer client $(key) 'x'", "x-empty;", "content-type:");
        assertThat(after(words, "--url")).containsExactly("http://h/v1/messages?key=client $(key) 'x'&x='y'");
    }

    @Test
    void hostileHeadersAndAddressesStayWords() throws Exception {
        RequestHead head = new RequestHead(
                "POST",
                "/v1/'$(touch pwned)`touch pwned`",
                Headers.of(
                        "host", "h';touch pwned;'",
                        "@/etc/passwd", "x",
                        "x-two", "a\nx-smuggled: b",
                        "x-odd", "'; touch pwned; $(touch pwned)"));

        List<String> words = run(ExportLevel.FULL, SampleChanges.request(RecordedSamples.streamed(7), head))
                .getFirst();

        assertThat(after(words, "--url")).containsExactly("http://h';touch pwned;'/v1/'$(touch pwned)`touch pwned`");
        assertThat(after(words, "--header")).containsExactly("x-odd: '; touch pwned; $(touch pwned)", "content-type:");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void aTitleDoesNotBreakOutOfItsComment() throws Exception {
        RecordedExchange exchange = SampleChanges.titled(
                RecordedSamples.streamed(7), "Hello\ntouch pwned\rtouch pwned\u2028touch pwned $(touch pwned); x");

        assertThat(text(ExportLevel.FULL, exchange).lines().findFirst())
                .hasValue("# 7 succeeded, ended by upstream, 2026-11-22T14:02:11.123456Z, gpt-4.1:"
                        + " Hello touch pwned touch pwned touch pwned touch pwned x");
        assertThat(run(ExportLevel.FULL, exchange)).hasSize(2);
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void aBodyThatIsNoTextIsNamedAndLeftOut() throws Exception {
        for (byte[] body : List.of(new byte[] {'a', 0, 'b'}, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            RecordedExchange exchange = SampleChanges.requestBody(RecordedSamples.streamed(7), body);

            assertThat(text(ExportLevel.FULL, exchange)).contains("# the body is left out");
            assertThat(run(ExportLevel.FULL, exchange).getFirst()).doesNotContain("--data-raw", "@-");
        }
    }

    @Test
    void anotherSchemeThanHttpGetsNoCommand() throws Exception {
        RequestHead head = new RequestHead("POST", "file:///etc/passwd", Headers.NONE);

        assertThat(text(ExportLevel.FULL, SampleChanges.request(RecordedSamples.streamed(7), head)))
                .contains("# no command")
                .doesNotContain("\ncurl");
    }

    private static RecordedExchange withBody(String body) {
        return SampleChanges.requestBody(RecordedSamples.streamed(7), body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> after(List<String> words, String option) {
        return IntStream.range(1, words.size())
                .filter(i -> words.get(i - 1).equals(option))
                .mapToObj(words::get)
                .toList();
    }

    /** The arguments of each curl that the exported script runs. */
    private List<List<String>> run(ExportLevel level, RecordedExchange exchange) throws Exception {
        Path curl = Files.writeString(folder.resolve("curl"), RECORDER);
        assertThat(curl.toFile().setExecutable(true)).isTrue();
        Path words = folder.resolve("words");
        Files.deleteIfExists(words);
        Path script = Files.writeString(folder.resolve("script.sh"), text(level, exchange));
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        shell.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        shell.environment().put("ANTHROPIC_API_KEY", "client $(key) 'x'");
        shell.environment().put("AZURE_OPENAI_API_KEY", "azure-key");
        Process process = shell.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
        return List.of(Files.readString(words).split("\001\000")).stream()
                .map(command -> List.of(command.split("\000", -1)))
                .map(command -> command.subList(0, command.size() - 1))
                .toList();
    }

    private static String text(ExportLevel level, RecordedExchange exchange) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter writer = ExportFormats.byId("curl").orElseThrow().open(out, RecordedSamples.options(level))) {
            writer.write(exchange);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
