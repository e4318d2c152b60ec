package dev.sightglass.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.UiTest;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest extends UiTest {

    @BeforeEach
    void loadFonts() {
        Fonts.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {Fonts.SANS, Fonts.SANS_MEDIUM, Fonts.MONO})
    void familyIsFoundByName(String family) {
        assertThat(Font.getFamilies()).contains(family);
        assertThat(Font.font(family, 13).getFamily()).isEqualTo(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {Fonts.SANS, Fonts.MONO})
    void familyHasItsOwnBoldAndItalic(String family) {
        assertThat(Font.font(family, FontWeight.BOLD, 13).getStyle()).isEqualTo("Bold");
        assertThat(Font.font(family, FontPosture.ITALIC, 13).getStyle()).isEqualTo("Italic");
    }

    @ParameterizedTest
    @ValueSource(strings = {Fonts.SANS, Fonts.SANS_MEDIUM, Fonts.MONO})
    void allDigitsHaveOneWidth(String family) {
        for (FontWeight weight : new FontWeight[] {FontWeight.NORMAL, FontWeight.BOLD}) {
            Font font = Font.font(family, weight, 13);
            for (char digit = '1'; digit <= '9'; digit++) {
                assertThat(width(String.valueOf(digit).repeat(50), font))
                        .as("%s in %s", digit, font.getName())
                        .isEqualTo(width("0".repeat(50), font));
            }
        }
    }

    private static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    @Test
    void specimenIsPaintedInTheBundledFonts() {
        VBox specimen = new VBox(4);
        specimen.setStyle("-fx-background-color: white; -fx-padding: 12");
        for (String style : new String[] {
            "-fx-font: 13px '" + Fonts.SANS + "'",
            "-fx-font: italic 13px '" + Fonts.SANS + "'",
            "-fx-font: 13px '" + Fonts.SANS_MEDIUM + "'",
            "-fx-font: bold 13px '" + Fonts.SANS + "'",
            "-fx-font: 12px '" + Fonts.MONO + "'",
            "-fx-font: italic 12px '" + Fonts.MONO + "'",
            "-fx-font: bold 12px '" + Fonts.MONO + "'",
        }) {
            Label line = new Label("gpt-4.1  1.24 s  820 ms  12.3k  $0.0417  →  Übergröße Ωμέγα Жук {\"id\": 1107}");
            line.setStyle(style);
            specimen.getChildren().add(line);
        }
        show(() -> specimen, 640, 190);

        snapshot(specimen, "fonts");

        Font first = onFx(() -> ((Label) specimen.getChildren().getFirst()).getFont());
        assertThat(first.getFamily()).isEqualTo(Fonts.SANS);
    }
}
