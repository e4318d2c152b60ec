package dev.sightglass.engine.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.bytes.Utf8;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonOutTest {
    @Property(tries = 500)
    void anyTextComesBackFromItsJsonAndIsValidUtf8(@ForAll String text) throws MalformedJson {
        byte[] json = new JsonOut(1).value(text).toByteArray();
        assertThat(Utf8.firstInvalid(json)).isEqualTo(-1);
        assertThat(Json.tree(json).asString()).isEqualTo(text);
    }

    @Test
    void aLoneSurrogateStaysAnEscape() {
        assertThat(new JsonOut().value("a\uD800b").toString()).isEqualTo("\"a\\ud800b\"");
        assertThat(new JsonOut().value("\uD83D\uDE00").toString()).isEqualTo("\"😀\"");
    }

    @Test
    void commasStandBetweenValuesAndNowhereElse() {
        JsonOut out = new JsonOut().beginObject().field("a", 1).name("b").beginArray();
        out.value("x").raw(new byte[0]).nullValue().beginObject().endObject().endArray();
        out.name("c")
                .joined(List.of(JsonOut.escaped("\""), JsonOut.escaped("z")), "\n\n")
                .endObject();
        assertThat(out.toString()).isEqualTo("{\"a\":1,\"b\":[\"x\",null,{}],\"c\":\"\\\"\\n\\nz\"}");
    }
}
