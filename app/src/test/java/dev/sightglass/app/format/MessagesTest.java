package dev.sightglass.app.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.sightglass.engine.detail.ContextComposition;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.settings.AuthMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The words of the window stand in the bundle, all of them, and nothing else does. Reads the sources of the app. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.sightglass.app.messages");

    private static final String LITERAL = "\"((?:[^\"\\\\\\n]|\\\\.)*)\"";
    private static final Pattern ANY_LITERAL = Pattern.compile(LITERAL);

    /** Where a text goes that a person reads. */
    private static final Pattern SHOWN = Pattern.compile(
            "(?:new (?:Label|Text|Button|ToggleButton|RadioButton|CheckBox|Hyperlink|Tooltip|Menu|MenuItem|TitledPane|Tab"
                    + "|TableColumn(?:<[^>]*>)?|ButtonType|Alert)|set(?:Text|PromptText|AccessibleText|AccessibleHelp"
                    + "|Title|HeaderText|ContentText))\\(\\s*" + LITERAL);

    /** Two words in a row are prose. */
    private static final Pattern PROSE = Pattern.compile("[A-Za-z]{2,}[,.:;]? [A-Za-z(]{2,}");

    /** What only developers or log readers see, and what must not be translated: names, formats, style sheets. */
    private static final Pattern NOT_SHOWN = Pattern.compile(
            "\\bthrow\\b|Exception\\(|\\bsuper\\(|Level\\.|@SuppressWarnings|DateTimeFormatter|\"\"\"|String (SANS|MONO)");

    /** A key put together from parts: the part before, and the part after what is only known at run time. */
    private static final Pattern MADE_KEY =
            Pattern.compile("\"([a-z][\\w.]*\\.)\"\\s*\\+(?:[^;\"]*?\\+\\s*\"(\\.[\\w.]+)\")?");

    private static final String KEY = "text\\(\\s*\"([a-z][\\w.]*\\w)\"\\s*[,)]";
    private static final Pattern GIVEN_KEY = Pattern.compile("Messages\\." + KEY);
    private static final Pattern GIVEN_KEY_IMPORTED = Pattern.compile("\\b" + KEY);

    private static final Set<String> ENUMS_OF_THE_ENGINE = Stream.of(
                    AuthMode.values(),
                    BodyPart.values(),
                    Body.Reason.values(),
                    ContextComposition.Kind.values(),
                    ExportLevel.values(),
                    Outcome.Kind.values(),
                    Party.values())
            .flatMap(Stream::of)
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());

    private static final Map<String, String> CODE = new TreeMap<>();

    @BeforeAll
    static void readTheSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(
                            file -> CODE.put(SOURCES.relativize(file).toString().replace('\\', '/'), code(file)));
        }
        assertThat(CODE).hasSizeGreaterThan(100);
    }

    @Test
    void whatAPersonReadsInTheWindowStandsInTheBundle() {
        List<String> found = new ArrayList<>();
        CODE.forEach((file, code) -> {
            if (file.contains("/cli/") || file.contains("/options/"))
                return; // the command line's words stand with its options
            for (String statement : code.split("[;{}]"))
                wordsIn(statement).forEach(words -> found.add(file + ": " + words));
        });
        assertThat(found).isEmpty();
    }

    @Test
    void theScanKnowsWordsWhenItSeesThem() {
        assertThat(wordsIn("Label title = new Label(\"Sessions\")")).containsExactly("Sessions");
        assertThat(wordsIn("return \"nothing was found\"")).containsExactly("nothing was found");
        assertThat(wordsIn("button.setText(\"\")")).isEmpty();
        assertThat(wordsIn("throw new IllegalStateException(\"the bundled font is missing\")"))
                .isEmpty();
        assertThat(wordsIn("Messages.text(\"empty.title\")")).isEmpty();
    }

    @Test
    void everyKeyInTheCodeHasItsText() {
        Set<String> missing = new TreeSet<>();
        for (String code : CODE.values()) {
            boolean imported = code.contains("import static dev.sightglass.app.format.Messages.text;");
            Matcher key = (imported ? GIVEN_KEY_IMPORTED : GIVEN_KEY).matcher(code);
            while (key.find()) if (!BUNDLE.containsKey(key.group(1))) missing.add(key.group(1));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextHasItsUse() {
        Set<String> literals = new HashSet<>();
        List<Pattern> made = new ArrayList<>();
        for (String code : CODE.values()) {
            Matcher literal = ANY_LITERAL.matcher(code);
            while (literal.find()) literals.add(literal.group(1));
            Matcher key = MADE_KEY.matcher(code);
            while (key.find()) made.add(Pattern.compile(Pattern.quote(key.group(1)) + "(.+)" + suffix(key.group(2))));
        }
        assertThat(BUNDLE.keySet().stream().filter(key -> !literals.contains(key)))
                .allSatisfy(key ->
                        assertThat(made).as("a use of " + key).anyMatch(pattern -> made(pattern, key, literals)));
    }

    @Test
    void everyTextWithArgumentsIsAWellFormedPattern() {
        for (String key : BUNDLE.keySet()) {
            String text = BUNDLE.getString(key);
            if (!text.contains("{0")) continue;
            assertThatNoException().as(key).isThrownBy(() -> new MessageFormat(text));
            assertThat(text.replace("''", ""))
                    .as("a single quote hides what follows in " + key)
                    .doesNotContain("'");
        }
    }

    /** The part that is known at run time only must stand in the code as well: as a literal or as an enum's constant. */
    private static boolean made(Pattern pattern, String key, Set<String> literals) {
        Matcher matcher = pattern.matcher(key);
        if (!matcher.matches()) return false;
        String part = matcher.group(1);
        Pattern constant = Pattern.compile("\\b" + part.toUpperCase(Locale.ROOT).replace('.', '_') + "\\b");
        return literals.contains(part)
                || ENUMS_OF_THE_ENGINE.contains(part)
                || CODE.values().stream()
                        .anyMatch(code -> constant.matcher(code).find());
    }

    private static String suffix(String literal) {
        return literal == null ? "" : Pattern.quote(literal);
    }

    private static List<String> wordsIn(String statement) {
        if (NOT_SHOWN.matcher(statement).find()) return List.of();
        List<String> words = new ArrayList<>();
        Matcher shown = SHOWN.matcher(statement);
        while (shown.find()) if (shown.group(1).matches(".*[A-Za-z]{2}.*")) words.add(shown.group(1));
        Matcher any = ANY_LITERAL.matcher(statement);
        while (any.find()) if (PROSE.matcher(any.group(1)).find()) words.add(any.group(1));
        return words;
    }

    /** Without comments and quotes as characters, and with literals that were cut over lines put together. */
    private static String code(Path file) {
        try {
            return Files.readString(file)
                    .replaceAll("'\\\\?\"'", "' '")
                    .replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("(?m)^\\s*//.*$|\\s//\\s.*$", "")
                    .replaceAll("\"\\s*\\+\\s*\"", "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
