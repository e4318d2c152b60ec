package dev.sightglass.app.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.theme.ThemeManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colour tokens alone: whichever text stands on whichever ground, it can be read. */
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("(-sg-[a-z0-9-]+): (#[0-9a-f]{6});");
    private static final Pattern GROUND = Pattern.compile("-sg-(bg|hit|diff).*");
    private static final Pattern TEXT = Pattern.compile(
            "-sg-(fg|fg-muted|fg-subtle|accent|accent-hover|danger|warning|success|state-.*|syntax-.*|agent-.*)");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextColourCanBeReadOnEveryGround(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        List<String> tooLow = new ArrayList<>();
        tokens.forEach((text, colour) -> tokens.forEach((ground, behind) -> {
            if (!TEXT.matcher(text).matches() || !GROUND.matcher(ground).matches()) return;
            if (Contrast.ratio(colour, behind) < Contrast.LEAST) tooLow.add(text + " on " + ground);
        }));
        assertThat(tooLow).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void bothThemesNameTheSameColours(String theme) throws IOException {
        assertThat(tokens(theme).keySet())
                .containsExactlyElementsOf(tokens("light").keySet())
                .hasSizeGreaterThan(40);
    }

    private static Map<String, Color> tokens(String theme) throws IOException {
        Map<String, Color> tokens = new LinkedHashMap<>();
        try (InputStream in =
                Objects.requireNonNull(ThemeManager.class.getResourceAsStream("tokens-" + theme + ".css"))) {
            Matcher each = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (each.find()) tokens.put(each.group(1), Color.web(each.group(2)));
        }
        return tokens;
    }
}
