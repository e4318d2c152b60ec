package dev.sightglass.app.control.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.flow.StyledText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeHighlighterTest {

    /** Every coloured part as STYLE:WORDS. */
    private static List<String> parts(String code, Language language) {
        List<String> parts = new ArrayList<>();
        for (StyledText line : CodeHighlighter.lines(code, language)) {
            int at = 0;
            for (StyledText.Run run : line.runs()) {
                if (!run.style().isEmpty())
                    parts.add(run.style().substring(5) + ":" + line.text().substring(at, run.end()));
                at = run.end();
            }
            assertThat(at).isEqualTo(line.text().length());
        }
        return parts;
    }

    @Test
    void javaHasReservedWordsStringsNumbersAndComments() {
        assertThat(parts("return name.equals(\"a \\\" b\") ? 42 : 0; // why", Language.named("java")))
                .containsExactly("keyword:return", "string:\"a \\\" b\"", "number:42", "number:0", "comment:// why");
    }

    @Test
    void commentsAndLongStringsGoOnOverLines() {
        assertThat(parts("/* one\ntwo */ x\n\"\"\"\nthree\n\"\"\"", Language.named("java")))
                .containsExactly("comment:/* one", "comment:two */", "string:\"\"\"", "string:three", "string:\"\"\"");
    }

    @Test
    void pythonKnowsItsComments() {
        assertThat(parts("def f(): # x\n  return None", Language.ofFile("/a/b.py")))
                .containsExactly("keyword:def", "comment:# x", "keyword:return", "literal:None");
    }

    @Test
    void jsonTellsKeysFromStrings() {
        assertThat(parts("{\"a\": \"b\", \"c\": true}", Language.JSON))
                .containsExactly("key:\"a\"", "string:\"b\"", "key:\"c\"", "literal:true");
    }

    @Test
    void shellShowsVariablesButNoCommentInsideWords() {
        assertThat(parts("echo ${HOME}/a#b $1 # end", Language.SHELL))
                .containsExactly("keyword:echo", "key:${HOME}", "key:$1", "comment:# end");
    }

    @Test
    void differencesAreColouredByTheirSign() {
        assertThat(parts("@@ -1 +1 @@\n-a\n+b", Language.named("diff")))
                .containsExactly("key:@@ -1 +1 @@", "removed:-a", "added:+b");
    }

    @Test
    void unknownLanguagesStayPlain() {
        assertThat(parts("if (x) \"y\"", Language.named("brainfuck"))).isEmpty();
    }

    @Test
    void linesKeepTheirText() {
        String code = "a\r\n\n  \"unclosed\n${never";
        assertThat(CodeHighlighter.lines(code, Language.SHELL))
                .extracting(StyledText::text)
                .containsExactly("a", "", "  \"unclosed", "${never");
    }

    @Test
    void hugeLinesAreNotColouredAtAll() {
        assertThat(CodeHighlighter.lines("\"a\":1,".repeat(100_000), Language.JSON)
                        .getFirst()
                        .runs())
                .hasSize(1);
    }
}
