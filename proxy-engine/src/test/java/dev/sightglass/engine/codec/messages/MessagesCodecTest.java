package dev.sightglass.engine.codec.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.OtherField;
import dev.sightglass.engine.model.message.Role;
import dev.sightglass.engine.model.message.Source;
import dev.sightglass.engine.model.message.ThinkingMode;
import dev.sightglass.engine.model.message.ToolChoice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesCodecTest {
    private final MessagesCodec codec = new MessagesCodec();

    @Test
    void everyPartOfARequestIsRead() throws Exception {
        MessagesRequest request = read("""
                {"model":"gpt-4.1","max_tokens":32000,"stream":true,"temperature":0.10000000000000000001,
                 "system":[{"type":"text","text":"Be brief.","cache_control":{"type":"ephemeral"}}],
                 "messages":[{"role":"user","content":"Hi"},
                   {"role":"assistant","content":[{"type":"text","text":"Yes"},{"type":"tool_use","id":"t1","name":"Read","input":{"n":1.50}}]},
                   {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AA=="}}],"is_error":true}]},
                   {"role":"system","content":"Mind the gap","clear_at":3}],
                 "tools":[{"name":"Read","description":"reads","input_schema":{"type":"object"},"defer_loading":true}],
                 "tool_choice":{"type":"tool","name":"Read","disable_parallel_tool_use":true},
                 "thinking":{"type":"enabled","budget_tokens":31999},
                 "output_config":{"effort":"high","task_budget":7},"metadata":{"user_id":"user_ab_account__session_11-22"},
                 "context_management":{"edits":[]}}""");

        assertThat(request.maxTokens()).isEqualTo(32000);
        assertThat(request.stream()).isTrue();
        assertThat(request.options().temperature()).isEqualTo("0.10000000000000000001");
        assertThat(request.options().toolChoice()).isEqualTo(new ToolChoice.Named("Read", true));
        assertThat(request.options().thinking()).isEqualTo(new ThinkingMode.Enabled(31999, true));
        assertThat(request.effort()).isEqualTo("high");
        assertThat(request.sessionId()).isEqualTo("11-22");
        assertThat(request.system())
                .containsExactly(new ContentBlock.Text(
                        "Be brief.", List.of(new OtherField("cache_control", "{\"type\":\"ephemeral\"}"))));
        assertThat(request.messages())
                .containsExactly(
                        new Message(Role.USER, List.of(text("Hi")), true, List.of()),
                        new Message(
                                Role.ASSISTANT,
                                List.of(text("Yes"), new ContentBlock.ToolUse("t1", "Read", "{\"n\":1.50}", List.of())),
                                false,
                                List.of()),
                        new Message(
                                Role.USER,
                                List.of(new ContentBlock.ToolResult(
                                        "t1",
                                        List.of(new ContentBlock.Image(
                                                new Source.Base64("image/png", "AA=="), List.of())),
                                        true,
                                        List.of())),
                                false,
                                List.of()),
                        new Message(
                                Role.SYSTEM,
                                List.of(text("Mind the gap")),
                                true,
                                List.of(new OtherField("clear_at", "3"))));
        assertThat(request.tools().getFirst().other()).containsExactly(new OtherField("defer_loading", "true"));
        assertThat(request.other())
                .containsExactly(
                        new OtherField("output_config.task_budget", "7"),
                        new OtherField("context_management", "{\"edits\":[]}"));
    }

    @Test
    void factsNameTheNewestTextThatAPersonWrote() throws Exception {
        MessagesRequest request = read("""
                {"model":"m","messages":[{"role":"user","content":"first"},{"role":"assistant","content":"ok"},
                {"role":"user","content":[{"type":"text","text":"<system-reminder>x</system-reminder>  Tell me\\n more"},{"type":"text","text":"<system-reminder>tail</system-reminder>"}]}]}""");

        RequestFacts facts = request.facts(RequestFacts.Endpoint.MESSAGES, "POST", "/anything/v1/messages");

        assertThat(facts.title()).isEqualTo("Tell me more");
        assertThat(facts.messages()).isEqualTo(3);
    }

    @Test
    void theSessionIsFoundInTheJsonFormOfTheUserId() throws Exception {
        MessagesRequest request = read("""
                {"model":"m","messages":[{"role":"user","content":"x"}],"metadata":{"user_id":"{\\"device_id\\":\\"d\\",\\"session_id\\":\\"s-1\\"}"}}""");
        assertThat(request.sessionId()).isEqualTo("s-1");
    }

    @Test
    void aHistorySentAgainGivesTheSameObjects() throws Exception {
        String first = "{\"role\":\"user\",\"content\":\"one\"}";
        MessagesRequest before = read("{\"model\":\"m\",\"messages\":[" + first + "]}");
        MessagesRequest after = read("{\"stream\":true,\"messages\":[ " + first
                + " ,{\"role\":\"assistant\",\"content\":\"é\"}],\"model\":\"m\"}");
        assertThat(after.messages().getFirst()).isSameAs(before.messages().getFirst());
        assertThat(after.messages().get(1).content()).containsExactly(text("é"));
    }

    @Test
    void anUnknownBlockIsKeptAsItsJson() throws Exception {
        MessagesRequest request = read(
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"x\": 1.0 ,\"type\":\"hologram\"}]}]}");
        assertThat(request.messages().getFirst().content())
                .containsExactly(new ContentBlock.Unknown("hologram", "{\"x\": 1.0 ,\"type\":\"hologram\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | body: Input should be an object",
                "{} | model: Field required",
                "{'model':7,'messages':[]} | model: Input should be a string",
                "{'model':'m'} | messages: Field required",
                "{'model':'m','messages':{}} | messages: Input should be an array",
                "{'model':'m','messages':[]} | messages: at least one message is required",
                "{'model':'m','messages':['x']} | messages.0: Input should be an object",
                "{'model':'m','messages':[{'content':'x'}]} | messages.0.role: Field required",
                "{'model':'m','messages':[{'role':'tool','content':'x'}]} | messages.0.role: Input should be 'user', 'assistant' or 'system'",
                "{'model':'m','messages':[{'role':'user','content':5}]} | messages.0.content: Input should be a string or an array of content blocks",
                "{'model':'m','messages':[{'role':'user','content':[{'text':'x'}]}]} | messages.0.content.0.type: Field required",
                "{'model':'m','messages':[{'role':'user','content':[{'type':'text','text':5}]}]} | messages.0.content.0.text: Input should be a string",
                "{'model':'m','messages':[{'role':'user','content':[{'type':'tool_result'}]}]} | messages.0.content.0.tool_use_id: Field required",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'max_tokens':'9'} | max_tokens: Input should be an integer",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'max_tokens':0} | max_tokens: Input should be greater than or equal to 1",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'stream':'yes'} | stream: Input should be true or false",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'tools':[{'description':'d'}]} | tools.0.name: Field required",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'system':3} | system: Input should be a string or an array of text blocks",
                "{'model':'m','model':'n','messages':[]} | model: Field appears twice",
                "{'model':'m','messages':[{'role':'user','role':'user','content':'x'}]} | messages.0.role: Field appears twice",
            })
    void aWrongShapeIsNamedByItsPath(String json, String message) {
        String body = json.replace('\'', '"');
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessage(message);
    }

    @Test
    void anUnclosedValueIsToldWithoutTheLibrarysOwnWords() {
        assertThatThrownBy(() -> read("{\"model\":\"m\",\"messages\":["))
                .isInstanceOf(MalformedRequest.class)
                .hasMessage("body: not valid JSON: the text ends too early (line 1, column 26)");
    }

    @Test
    void whatCannotStandInJsonIsToldWithoutTheLibrarysOwnWords() {
        assertThatThrownBy(() -> read("{\"model\": oops}"))
                .hasMessageStartingWith(
                        "body: not valid JSON: 'oops' is neither a string nor a number, true, false or null (line 1");
        assertThatThrownBy(() -> read("{\"model\": }"))
                .hasMessageStartingWith("body: not valid JSON: '}' cannot stand here (line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"model\":\"m\"} x",
                "{\"model\":NaN}",
                "{\"model\":\"m\" /* c */}",
                "{\"model\":\"a\tb\"}",
                "nonsense",
                "{\"model\":01}",
                "\uFEFF{}"
            })
    void whatIsNotJsonIsRefused(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageStartingWith("body:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\":NaN}",
                "{\"model\":\"m\" /* c */}",
                "{\"model\":\"m\" # c\n}",
                "{'model':1}",
                "{\"model\":01}",
                "{\"model\":+1}",
                "{\"model\":.5}",
                "{\"model\":\"\\x\"}",
                "{\"model\":\"a\tb\"}"
            })
    void whatIsWrongIsToldWithoutTheLibrarysFeatures(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageStartingWith("body: not valid JSON: ")
                .message()
                .doesNotContain("`", "Feature", "ALLOW", "enable");
    }

    @Test
    void theLibrarysLimitsAreToldWithoutItsClasses() {
        assertThatThrownBy(() -> read("{\"zz\":" + "[".repeat(2000)))
                .message()
                .contains("Document nesting depth (1001) exceeds the maximum allowed (1000)")
                .doesNotContain("Constraints");
        assertThatThrownBy(() -> read("{\"max_tokens\":" + "1".repeat(2000) + "}"))
                .message()
                .contains("Number value length (2000) exceeds the maximum allowed (1000)")
                .doesNotContain("Constraints");
    }

    @Test
    void otherEncodingsAndBrokenUtf8AreRefused() {
        byte[] utf16 = "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_16LE);
        byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
        assertThatThrownBy(() -> codec.read(utf16)).isInstanceOf(MalformedRequest.class);
        assertThatThrownBy(() -> codec.read(overlong))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("UTF-8 at byte 2");
    }

    @Test
    void nestingBeyondTheLimitIsRefusedNotThrownAsAnotherError() {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        assertThatThrownBy(() -> read("{\"model\":\"m\",\"x\":" + deep + "}")).isInstanceOf(MalformedRequest.class);
    }

    @Test
    void oddNumbersAreKeptOrRefusedButNeverAnotherError() throws Exception {
        MessagesRequest request = read(
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"a\":1e400,\"b\":1e999999999}");
        assertThat(request.other()).containsExactly(new OtherField("a", "1e400"), new OtherField("b", "1e999999999"));
        assertThatThrownBy(() -> read("{\"model\":\"m\",\"max_tokens\":" + "9".repeat(1_000_000) + "}"))
                .isInstanceOf(MalformedRequest.class);
    }

    private static ContentBlock text(String text) {
        return new ContentBlock.Text(text, List.of());
    }

    private MessagesRequest read(String json) throws MalformedRequest {
        return codec.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
