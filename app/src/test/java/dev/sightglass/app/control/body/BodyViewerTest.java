package dev.sightglass.app.control.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.engine.model.Body;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class BodyViewerTest extends ViewerTest {
    @Test
    void oneLineOfTenMegabytesOpensAndIsSearched() {
        show("{\"text\":\"" + "x".repeat(10_000_000) + "needle\"}");

        await("the whole text", () -> view.rows().copy(0, 20_000_000).endsWith("needle\"\n}"));
        click(node("body-search", Node.class));
        type("needle");
        await("the hit", () -> label("body-search-count").equals("1 of 1"));
        assertThat(onFx(() ->
                        view.rows().row(view.rows().rowOf(view.caret())).text().length() <= 2_100))
                .isTrue();
    }

    @Test
    void tenThousandLevelsStandAsReceivedAndSayWhy() {
        show("[".repeat(10_000) + "]".repeat(10_000));

        await("the reason", () -> label("body-notice").contains("deeper than 1,000"));
    }

    @Test
    void brokenJsonTellsItsPlace() {
        show("{\"a\": 1,\n \"b\": }");

        await("the place", () -> label("body-notice").contains("expected a value"));
    }

    @Test
    void absentBodiesSayWhy() {
        show("gone", new byte[0], new Body.NotCaptured(5_000_000, Body.Reason.PRUNED));
        await("the reason", () -> label("body-nothing").startsWith("No longer kept"));

        show("cut", "{\"a\": 1".getBytes(UTF_8), new Body.Truncated(9_000, 7));
        await("the true size", () -> label("body-notice").contains("9.0 kB"));
    }

    @Test
    void keyboardSelectsAndCopiesTheTextAsItIs() {
        show("{\"n\": 1e400}");
        await("the text", () -> shown().contains("1e400"));

        runOnFx(view::requestFocus);
        press(KeyCode.CONTROL, KeyCode.A);
        press(KeyCode.CONTROL, KeyCode.C);

        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString().contains("\"n\": 1e400")))
                .isTrue();
    }

    @Test
    void hexShowsTheBytesAsReceived() {
        show("{\"a\":1}");
        await("the text", () -> shown().contains("\"a\": 1"));

        click("body-mode-hex");

        await("the bytes", () -> view.rows().row(0).text().startsWith("7b 22 61 22 3a 31 7d"));
    }

    private String rowText(int row) {
        return view.rows().row(row).text().strip();
    }

    private int caretRow() {
        return view.rows().rowOf(view.caret());
    }

    @Test
    void treeIsWalkedOpenedAndCopiedByKeyboard() {
        show("{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"user\",\"content\":[1,2,3,4,5,6,7,8,9]}]}");
        click("body-mode-tree");
        await("the tree", () -> view.rows().size() > 2 && rowText(1).equals("model: \"gpt-4.1\""));
        runOnFx(view::requestFocus);

        press(KeyCode.DOWN);
        press(KeyCode.CONTROL, KeyCode.C);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("gpt-4.1");
        click("body-fold");
        await("the closed tree", () -> view.rows().size() == 3);
        runOnFx(view::requestFocus);
        press(KeyCode.DOWN);
        press(KeyCode.RIGHT);
        await("the message", () -> view.rows().size() == 4);
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        await("its parts", () -> view.rows().size() == 6);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        await("the path", () -> label("body-path").equals("messages[0].content"));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        await(
                "the path on the clipboard",
                () -> Clipboard.getSystemClipboard().getString().equals("messages[0].content"));
        press(KeyCode.LEFT);
        press(KeyCode.LEFT);
        await("the message closed", () -> view.rows().size() == 4 && caretRow() == 3);
        click("body-unfold");
        await("everything", () -> view.rows().size() == 15);
    }

    @Test
    void searchOpensTheFoldThatHidesAHitInATree() {
        show("{\"a\":{\"b\":[1,2,3,4,5,6,7,8,9,{\"c\":\"needle\"}]}}");
        click("body-mode-tree");
        await("the tree", () -> view.rows().size() > 1 && rowText(0).startsWith("{1 key"));
        click("body-fold");
        await("the closed tree", () -> view.rows().size() == 2);

        click("body-search");
        type("needle");

        await(
                "the hit",
                () -> label("body-search-count").equals("1 of 1")
                        && rowText(caretRow()).equals("c: \"needle\""));
        await("its path", () -> label("body-path").equals("a.b[9].c"));
    }

    @Test
    void anotherModeShowsTheSamePlace() {
        StringBuilder text = new StringBuilder("{\"list\":[");
        for (int i = 0; i < 3_000; i++) text.append("{\"n\":").append(i).append("},");
        show(text.append("\"end\"]}").toString());
        await("the text", () -> view.rows().size() > 9_000);
        click("body-search");
        type("\"n\": 2500");
        await("the hit", () -> label("body-path").equals("list[2500].n"));

        for (String mode : new String[] {"tree", "raw", "pretty", "hex"}) {
            RowSource before = view.rows();
            click("body-mode-" + mode);
            await(mode, () -> view.rows() != before);
            await("the place in " + mode, () -> view.isInSight(view.caret()));
            assertThat(onFx(() -> view.rows().source().length() - view.caret())).isGreaterThan(5_000);
            if (!mode.equals("hex"))
                await("the path in " + mode, () -> label("body-path").equals("list[2500].n"));
        }
    }

    @Test
    void aBadPatternIsToldWithItsPlace() {
        show("{\"a\": 1}");
        await("the text", () -> shown().contains("\"a\": 1"));

        click("body-search-regex");
        click("body-search");
        type("a(b");

        await("the problem", () -> label("body-search-count").startsWith("Unclosed group at "));
        Node field = node("body-search");
        assertThat(onFx(() -> field.getPseudoClassStates().toString())).contains("error");
    }

    @Test
    void goesToALineAndToAPath() {
        show("{\"a\":[1,2,3],\"b\":{\"c\":\"x\"}}");
        await("the text", () -> view.rows().size() == 10);
        runOnFx(view::requestFocus);

        press(KeyCode.CONTROL, KeyCode.G);
        type("5");
        press(KeyCode.ENTER);
        await("line 5", () -> caretRow() == 4);
        press(KeyCode.CONTROL, KeyCode.G);
        type("b.c");
        press(KeyCode.ENTER);
        await("the path", () -> rowText(caretRow()).equals("\"c\": \"x\""));
    }

    @Test
    void brokenUtf8AndHiddenCharactersAreVisibleInEveryForm() {
        byte[] bytes = {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '(', (byte) 0xE2, (byte) 0x80, (byte) 0xAE, '"', '}'
        };
        show("broken", bytes, new Body.Captured(bytes.length));

        await("the place", () -> label("body-notice").contains("first broken byte is at 6"));
        assertThat(onFx(() -> view.rows().row(1).text())).contains("<C3>(<U+202E>");
        click("body-mode-tree");
        await("the tree", () -> view.rows().row(1).text().contains("a: \"<C3>(<U+202E>\""));
    }

    @Test
    void mouseSelectsInEveryForm() {
        show("{\"word\":\"something\"}");
        await("the text", () -> view.rows().size() == 3);
        for (String mode : new String[] {"pretty", "tree", "raw", "hex"}) {
            RowSource before = view.rows();
            click("body-mode-" + mode);
            if (!mode.equals("pretty")) await(mode, () -> view.rows() != before);
            int row = mode.equals("pretty") || mode.equals("tree") ? 1 : 0;
            double y = onFx(view::rowHeight) * (row + 0.5);
            robot.drag(
                    robot.point(view).atPosition(Pos.TOP_LEFT).atOffset(100, y).query());
            robot.dropTo(
                    robot.point(view).atPosition(Pos.TOP_LEFT).atOffset(180, y).query());
            await("a selection in " + mode, () -> !view.selectedText().isEmpty());
            press(KeyCode.CONTROL, KeyCode.C);
            assertThat(onFx(() -> Clipboard.getSystemClipboard().getString().equals(view.selectedText())))
                    .isTrue();
        }
    }

    @Test
    void aPictureInAPayloadIsShown() {
        String png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        show("{\"data\":\"" + png + "\"}");
        await("the text", () -> view.rows().size() >= 3);
        runOnFx(() -> view.select(view.rows().startOf(1) + 12, view.rows().startOf(1) + 12));

        click("body-picture");

        await("the picture", () -> robot.lookup(".picture-popup").tryQuery().isPresent());
        clickText("PNG, 1 × 1 pixels, 70 B");
    }
}
