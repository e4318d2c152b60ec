package dev.sightglass.engine.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.core.JsonValue;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.SseException;
import com.anthropic.models.ErrorType;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.fault.CutPoint;
import dev.sightglass.simulator.fault.Fault;
import dev.sightglass.simulator.fault.Faults;
import dev.sightglass.simulator.wire.Header;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnthropicSdkTest {
    private static final Tool READ = Tool.builder()
            .name("Read")
            .description("Reads a file")
            .inputSchema(Tool.InputSchema.builder()
                    .properties(JsonValue.from(Map.of("file_path", Map.of("type", "string")))
                            .convert(Tool.InputSchema.Properties.class))
                    .addRequired("file_path")
                    .build())
            .build();

    @ParameterizedTest
    @EnumSource
    void streamedTextBecomesOneMessage(UpstreamKind kind) throws Exception {
        try (SdkRig rig = new SdkRig(kind)) {
            rig.answer(AnswerPlan.text("Grüße from Vienna, in a few pieces.").withUsage(100, 0, 12, 0));
            Message message =
                    rig.stream(SdkRig.ask("Tell me about Vienna.").build()).validate();

            assertThat(message.content()).hasSize(1);
            assertThat(message.content().getFirst().asText().text()).isEqualTo("Grüße from Vienna, in a few pieces.");
            assertThat(message.stopReason()).contains(StopReason.END_TURN);
            assertThat(message.usage().inputTokens()).isEqualTo(100);
            assertThat(message.usage().outputTokens()).isEqualTo(12);
            rig.checkReceived();
        }
    }

    @ParameterizedTest
    @EnumSource
    void parallelCallsOfAStreamAreAnsweredInTheNextTurn(UpstreamKind kind) throws Exception {
        try (SdkRig rig = new SdkRig(kind)) {
            rig.answer(AnswerPlan.text("Both at once.")
                    .withToolCall("Read", "{\"file_path\":\"a b.txt\"}")
                    .withToolCall("Read", "{\"file_path\":\"\\u00fc.txt\"}"));
            Message calls =
                    rig.stream(SdkRig.ask("Read both.").addTool(READ).build()).validate();

            assertThat(calls.stopReason()).contains(StopReason.TOOL_USE);
            assertThat(uses(calls)).extracting(AnthropicSdkTest::filePath).containsExactly("a b.txt", "ü.txt");
            assertThat(uses(calls)).extracting(ToolUseBlock::id).doesNotHaveDuplicates();

            rig.answer(AnswerPlan.text("Done."));
            Message end = rig.stream(SdkRig.ask("Read both.")
                            .addTool(READ)
                            .addMessage(calls)
                            .addUserMessageOfContentBlockParams(results(calls))
                            .build())
                    .validate();
            assertThat(end.content().getFirst().asText().text()).isEqualTo("Done.");
            rig.checkReceived();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESPONSES", "ANTHROPIC"})
    void streamedReasoningIsThinkingThatCanBeSentBack(UpstreamKind kind) throws Exception {
        try (SdkRig rig = new SdkRig(kind)) {
            rig.answer(AnswerPlan.of(
                    new AnswerPart.Reasoning(List.of("First ", "think."), "opaque-state"),
                    new AnswerPart.Text(List.of("Then ", "answer."))));
            Message message = rig.stream(SdkRig.ask("Think.").build()).validate();

            assertThat(message.content()).hasSize(2);
            assertThat(message.content().getFirst().asThinking().thinking()).isEqualTo("First think.");
            assertThat(message.content().getFirst().asThinking().signature()).isNotEmpty();
            assertThat(message.content().getLast().asText().text()).isEqualTo("Then answer.");

            rig.stream(SdkRig.ask("Think.")
                    .addMessage(message)
                    .addUserMessage("Go on.")
                    .build());
            rig.checkReceived();
        }
    }

    @ParameterizedTest
    @EnumSource
    void wholeAnswerIsAMessage(UpstreamKind kind) throws Exception {
        try (SdkRig rig = new SdkRig(kind)) {
            rig.answer(AnswerPlan.text("Reading.").withToolCall("Read", "{\"file_path\":\"a.txt\"}"));
            Message message = rig.client
                    .messages()
                    .create(SdkRig.ask("Read.").addTool(READ).build());

            assertThat(message.content().getFirst().asText().text()).isEqualTo("Reading.");
            assertThat(uses(message)).extracting(AnthropicSdkTest::filePath).containsExactly("a.txt");
            assertThat(message.stopReason()).contains(StopReason.TOOL_USE);
            rig.checkReceived();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rateLimitIsTheSdksRateLimitException(UpstreamKind kind) throws Exception {
        try (SdkRig rig = new SdkRig(kind)) {
            rig.azure.always(rateLimit(kind));
            assertThatThrownBy(() -> rig.stream(SdkRig.ask("Hi").build()))
                    .isInstanceOfSatisfying(RateLimitException.class, e -> {
                        assertThat(e.errorType()).contains(ErrorType.RATE_LIMIT_ERROR);
                        assertThat(e.headers().values("retry-after")).containsExactly("30");
                        assertThat(e.requestId()).isPresent();
                    });
            rig.checkReceived();
        }
    }

    @ParameterizedTest
    @EnumSource
    void errorInTheMiddleOfAStreamIsTheSdksStreamError(UpstreamKind kind) throws Exception {
        try (SdkRig rig = new SdkRig(kind)) {
            rig.answer(AnswerPlan.text("A text that will not come to its end."));
            rig.azure.next(errorMidway(kind));
            assertThatThrownBy(() -> rig.stream(SdkRig.ask("Hi").build())).isInstanceOf(SseException.class);
            rig.checkReceived();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tokensAreCounted(UpstreamKind kind) throws Exception {
        try (SdkRig rig = new SdkRig(kind)) {
            long small = count(rig, "Hi");
            long large = count(rig, "Hello there, how are you? ".repeat(100));
            assertThat(small).isBetween(1L, 200L);
            assertThat(large - small).isBetween(500L, 1000L);
        }
    }

    private static long count(SdkRig rig, String text) {
        return rig.client
                .messages()
                .countTokens(MessageCountTokensParams.builder()
                        .model(SdkRig.MODEL)
                        .addUserMessage(text)
                        .addTool(READ)
                        .build())
                .inputTokens();
    }

    private static Fault rateLimit(UpstreamKind kind) {
        return switch (kind) {
            case CHAT, RESPONSES -> Faults.rateLimited(Duration.ofSeconds(30));
            case ANTHROPIC ->
                Faults.messagesError(429, "rate_limit_error", "Slow down.", new Header("retry-after", "30"));
        };
    }

    private static Fault errorMidway(UpstreamKind kind) {
        return switch (kind) {
            case CHAT -> Faults.errorEvent(CutPoint.MID_TEXT, "server_error", "server_error", "Broken.");
            case RESPONSES -> Faults.responsesErrorEvent(CutPoint.MID_TEXT, "server_error", "Broken.");
            case ANTHROPIC -> Faults.messagesErrorEvent(CutPoint.MID_TEXT, "api_error", "Broken.");
        };
    }

    private static List<ToolUseBlock> uses(Message message) {
        return message.content().stream()
                .filter(ContentBlock::isToolUse)
                .map(ContentBlock::asToolUse)
                .toList();
    }

    private static List<ContentBlockParam> results(Message calls) {
        return uses(calls).stream()
                .map(use -> ContentBlockParam.ofToolResult(ToolResultBlockParam.builder()
                        .toolUseId(use.id())
                        .content("Content of " + filePath(use))
                        .build()))
                .toList();
    }

    private static String filePath(ToolUseBlock use) {
        return use._input().convert(new TypeReference<Map<String, String>>() {}).get("file_path");
    }
}
