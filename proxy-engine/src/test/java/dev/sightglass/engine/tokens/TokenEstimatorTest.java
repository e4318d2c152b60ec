package dev.sightglass.engine.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEstimatorTest {
    private final TokenEstimator estimator = new TokenEstimator();

    /** OpenAI's cookbook gives 124 for gpt-4o, of which four names take about twelve that this API does not have. */
    @Test
    void textIsWithinATenthOfTheCountThatTheCookbookPublishes() {
        String request = """
                {"system":"You are a helpful, pattern-following assistant that translates corporate jargon into plain English.",
                 "messages":[
                  {"role":"user","content":"New synergies will help drive top-line growth."},
                  {"role":"assistant","content":"Things working well together will increase revenue."},
                  {"role":"user","content":"Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage."},
                  {"role":"assistant","content":"Let's talk later when we're less busy about how to do better."},
                  {"role":"user","content":"This late pivot means we don't have time to boil the ocean for the client deliverable."}]}""";

        assertThat(count(request)).isCloseTo(112, withPercentage(10));
    }

    /** The cookbook's example with a tool: 101 prompt tokens reported by gpt-4o. */
    @Test
    void toolsAreWithinATenthOfTheCountThatTheCookbookPublishes() {
        String request = """
                {"system":"You are a helpful assistant that can answer to questions about the weather.",
                 "messages":[{"role":"user","content":"What's the weather like in San Francisco?"}],
                 "tools":[{"name":"get_current_weather","description":"Get the current weather in a given location",
                  "input_schema":{"type":"object","properties":{
                   "location":{"type":"string","description":"The city and state, e.g. San Francisco, CA"},
                   "unit":{"type":"string","description":"The unit of temperature to return","enum":["celsius","fahrenheit"]}},
                  "required":["location"]}}]}""";

        assertThat(count(request)).isCloseTo(101, withPercentage(10));
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4.1,1024,1024,765",
        "gpt-4.1,2048,4096,1105",
        "gpt-4.1,100,100,255",
        "claude-sonnet-4-5,200,200,53",
        "claude-sonnet-4-5,1092,1092,1590",
        "claude-sonnet-4-5,8000,8000,1600"
    })
    void aPictureCostsWhatTheModelsRuleSays(String model, int width, int height, long tokens) {
        long with = count(request(model, "[" + image(png(width, height)) + "]"));

        assertThat(with - count(request(model, "[]"))).isEqualTo(tokens);
    }

    @Test
    void aPictureInsideAToolResultCountsAsAPictureAndNotAsItsBase64() {
        byte[] large = new byte[600_000];
        System.arraycopy(png(1024, 1024), 0, large, 0, 33);

        long tokens = count(request(
                "gpt-4.1", "[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":[" + image(large) + "]}]"));

        assertThat(tokens).isBetween(765L, 790L);
    }

    @Test
    void aPdfCostsByItsPages() {
        String pdf =
                "%PDF-1.4\n1 0 obj<</Type /Pages/Count 2>>endobj 2 0 obj<</Type/Page>>endobj 3 0 obj<</Type /Page /X 1>>";
        String base64 = Base64.getEncoder().encodeToString(pdf.getBytes(UTF_8));
        String document =
                "{\"type\":\"document\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\""
                        + base64 + "\"}}";

        assertThat(count(request("gpt-4.1", "[" + document + "]"))).isBetween(4000L, 4020L);
    }

    @Test
    void toolUseThinkingAndResultsAllCount() {
        long none = count(request("gpt-4.1", "[]"));
        String words = "one two three four five six seven eight nine ten";

        assertThat(List.of(
                        "{\"type\":\"text\",\"text\":\"" + words + "\"}",
                        "{\"type\":\"thinking\",\"thinking\":\"" + words + "\",\"signature\":\"s\"}",
                        "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Bash\",\"input\":{\"command\":\"" + words
                                + "\"}}",
                        "{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":\"" + words + "\"}",
                        "{\"type\":\"never_heard_of\",\"payload\":\"" + words + "\"}"))
                .allSatisfy(block -> assertThat(count(request("gpt-4.1", "[" + block + "]")) - none)
                        .isBetween(10L, 30L));
    }

    @Test
    void aDeferredToolCostsNothingYet() {
        String tool = "{\"name\":\"mcp__big\",\"description\":\"long\",\"defer_loading\":%s,\"input_schema\":{}}";

        assertThat(count("{\"messages\":[],\"tools\":[" + tool.formatted("true") + "]}"))
                .isLessThan(count("{\"messages\":[],\"tools\":[" + tool.formatted("false") + "]}"));
    }

    @Test
    void textThatLooksLikeASpecialTokenIsText() {
        assertThat(count(request("gpt-4.1", "[{\"type\":\"text\",\"text\":\"<|endoftext|>\"}]")))
                .isGreaterThan(count(request("gpt-4.1", "[]")));
    }

    @Test
    void manyCountsAtOnceAgree() throws Exception {
        String text = "The quick brown fox jumps over the lazy dog. ".repeat(200);
        String request = request("gpt-4.1", "[{\"type\":\"text\",\"text\":\"" + text + "\"}]");
        long expected = count(request);
        try (ExecutorService burst = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> shared = burst.invokeAll(IntStream.range(0, 60)
                    .mapToObj(_ -> (Callable<Long>) () -> count(request))
                    .toList());
            for (Future<Long> count : shared) assertThat(count.get()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "\"text\"", "{} {}"})
    void whatIsNoRequestIsRefusedWithItsPlace(String body) {
        assertThatThrownBy(() -> count(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("body:");
    }

    private long count(String request) {
        return estimator.count(request.getBytes(UTF_8));
    }

    private static String request(String model, String content) {
        return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]}";
    }

    private static String image(byte[] bytes) {
        return "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\""
                + Base64.getEncoder().encodeToString(bytes) + "\"}}";
    }

    private static byte[] png(int width, int height) {
        byte[] header = new byte[33];
        ByteBuffer.wrap(header)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height);
        return header;
    }
}
