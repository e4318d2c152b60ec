package dev.sightglass.engine.upstream.azure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts Azure's "too long" into the words by which Claude Code knows that it has to shorten the conversation. */
final class ContextOverflow {
    private static final String N = "([\\d,]+)";
    private static final Pattern REQUESTED = Pattern.compile(
            "(?:maximum context length is|limit of) " + N + " tokens.*?you requested " + N + " tokens \\(" + N
                    + " in the messages.*?" + N + " in the completion",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> RESULTED = List.of(
            Pattern.compile(
                    "maximum context length is " + N + " tokens.*?resulted in " + N + " tokens",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "limit of " + N + " tokens.*?resulted in " + N + " tokens",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "maximum context length is " + N + " tokens.*?requested " + N + " tokens",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE));

    private ContextOverflow() {}

    /** The message itself when it is about something else. */
    static String inClientsWords(@Nullable String code, String message) {
        Matcher requested = REQUESTED.matcher(message);
        if (requested.find()) {
            long limit = number(requested, 1);
            long input = number(requested, 3);
            if (input < limit)
                return "input length and `max_tokens` exceed context limit: " + input + " + " + number(requested, 4)
                        + " > " + limit + ", decrease input length or `max_tokens` and try again";
            return tooLong(input, limit);
        }
        for (Pattern pattern : RESULTED) {
            Matcher resulted = pattern.matcher(message);
            if (resulted.find()) return tooLong(number(resulted, 2), number(resulted, 1));
        }
        boolean overflow = "context_length_exceeded".equals(code) || message.contains("exceeds the context window");
        return overflow ? "prompt is too long: " + message : message;
    }

    private static String tooLong(long tokens, long limit) {
        return "prompt is too long: " + tokens + " tokens > " + limit + " maximum";
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group).replace(",", "");
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
