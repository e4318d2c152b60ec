package dev.sightglass.engine.export.curl;

import dev.sightglass.engine.export.BodyContent;
import dev.sightglass.engine.export.Sanitiser;
import dev.sightglass.engine.export.SensitiveHeaders;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One command, and comments before it that say what it lacks. Credentials come from an environment variable. */
final class CurlCommand {
    /** curl makes these itself; the body has no content encoding any more, and nobody wants to read an encoded answer. */
    private static final Set<String> CURLS_OWN = Set.of(
            "host",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "accept-encoding",
            "expect");

    /** Headers whose value is the key that the variable holds. */
    private static final Set<String> KEYS = Set.of("authorization", "x-api-key", "api-key", "apikey");

    /** RFC 9110 section 5.6.2; also keeps out a leading {@code @}, which would have curl read a file. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** What lets a client in, where the proxy demands it; a part of the address. */
    private static final String TOKEN_VARIABLE = "SIGHTGLASS_TOKEN";

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z]+) .*", Pattern.DOTALL);
    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Linux takes no argument of more than 128 KiB. */
    private static final int LONGEST_ARGUMENT = 100_000;

    private final String variable;
    private final List<String> notes = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private String input = "";
    private boolean possible = true;
    private boolean typed;

    CurlCommand(String variable) {
        this.variable = variable;
    }

    void note(String note) {
        notes.add(ShellText.comment(note));
    }

    void request(String method, String url) {
        possible = WEB.matcher(url).matches()
                && ShellText.oneLine(url)
                && TOKEN.matcher(method).matches();
        if (!possible) note("no command, for this is no HTTP request: " + method + " " + url);
        words.add("--globoff --no-buffer");
        words.add(method.equals("HEAD") ? "--head" : "--request " + ShellText.quoted(method));
        words.add("--url " + ShellText.address(url, TOKEN_VARIABLE, variable));
    }

    void headers(Headers headers, Sanitiser sanitiser) {
        for (Header header : headers.list()) header(header, sanitiser);
        typed = headers.first("content-type").isPresent();
    }

    private void header(Header header, Sanitiser sanitiser) {
        String name = header.name().toLowerCase(Locale.ROOT);
        if (CURLS_OWN.contains(name)) return;
        String value = sanitiser.mask(header.value());
        if (KEYS.contains(name)) words.add("--header " + credential(header));
        else if (SensitiveHeaders.sensitive(name)) note("left out, for it is a credential: " + header.name());
        else if (!TOKEN.matcher(name).matches() || !ShellText.oneLine(value))
            note("left out, for it is no proper header: " + header.name());
        else words.add("--header " + ShellText.quoted(header.name() + (value.isEmpty() ? ";" : ": " + value)));
    }

    private String credential(Header header) {
        Matcher scheme = SCHEME.matcher(header.value());
        String before = header.name() + ": " + (scheme.matches() ? scheme.group(1) + " " : "");
        return ShellText.quoted(before) + ShellText.variable(variable);
    }

    void body(BodyContent content, Body body) {
        switch (content) {
            case BodyContent.None _ -> {
                if (body.size() > 0) note("the body was not kept");
                return;
            }
            case BodyContent.Json json -> data(json.json());
            case BodyContent.Text text -> data(text.text());
            case BodyContent.Binary _, BodyContent.Withheld _, BodyContent.Events _ ->
                note("the body is left out, for it is no text");
        }
        if (body instanceof Body.Truncated cut)
            note("the body is cut: the first " + cut.kept() + " of " + cut.size() + " bytes");
    }

    private void data(String text) {
        if (!ShellText.pasteable(text)) {
            note("the body is left out, for it holds control characters");
            return;
        }
        // curl calls a body a form when nothing else is said.
        if (!typed) words.add("--header 'content-type:'");
        if (text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ARGUMENT) {
            words.add("--data-raw " + ShellText.quoted(text));
        } else {
            // A command of the shell itself has no such limit.
            input = "printf '%s' " + ShellText.quoted(text) + " |\n  ";
            words.add("--data-binary @-");
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (String note : notes) text.append("# ").append(note).append('\n');
        if (!possible) return text.toString();
        return text.append(input)
                .append("curl ")
                .append(String.join(" \\\n  ", words))
                .append('\n')
                .toString();
    }
}
