package dev.sightglass.engine.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what looks like a secret in any text: tool output, prompts, errors. All patterns run in linear time. */
public final class SecretPatterns {
    private record Rule(String kind, Pattern pattern, int group) {}

    private static final List<Rule> RULES = List.of(
            rule("private key", "-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]{0,16384}(?:-----END [A-Z ]*PRIVATE KEY-----)?"),
            rule("JSON Web Token", "\\beyJ[A-Za-z0-9_-]{8,4096}+\\.[A-Za-z0-9_-]{8,8192}+\\.[A-Za-z0-9_-]{8,2048}+"),
            rule("API key", "\\bsk-(?:ant-|proj-|or-|svcacct-)?[A-Za-z0-9_-]{20,200}+"),
            rule("GitHub token", "\\b(?:gh[pousr]_[A-Za-z0-9]{30,255}+|github_pat_[A-Za-z0-9_]{40,255}+)"),
            rule("GitLab token", "\\bglpat-[A-Za-z0-9_-]{20,64}+"),
            rule("AWS key id", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            value("AWS secret key", "(?i:aws_secret_access_key)[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?([A-Za-z0-9/+]{40})"),
            rule("Slack token", "\\bxox[abeoprs]-[A-Za-z0-9-]{10,200}+"),
            rule("Google API key", "\\bAIza[0-9A-Za-z_-]{35}"),
            rule("Stripe key", "\\b[rs]k_(?:live|test)_[0-9A-Za-z]{16,128}+"),
            rule("npm token", "\\bnpm_[A-Za-z0-9]{36}"),
            rule("Hugging Face token", "\\bhf_[A-Za-z0-9]{30,64}+"),
            value(
                    "connection string",
                    "(?i:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=([^;\\s\"'\\\\]{8,512}+)"),
            value("password in a URL", "\\b[a-z][a-z0-9+.-]{1,20}://[^/\\s:@\"']{1,128}:([^/\\s:@\"']{3,256}+)@"),
            value("bearer token", "(?i:bearer)\\s{1,4}([A-Za-z0-9._~+/=-]{20,8192}+)"),
            value(
                    "key",
                    "(?i:api[-_]?key|subscription[-_]?key|client[-_]?secret|access[-_]?token)[\"']?\\s{0,4}[:=]\\s{0,4}"
                            + "[\"']?([A-Za-z0-9._~+/=-]{20,512}+)"));

    private SecretPatterns() {}

    /**
     * One find.
     *
     * @param start of the secret itself, without the name before it
     * @param end after its last character
     */
    public record Match(int start, int end, String kind) {}

    /** What looks like a secret, in order, without overlaps. */
    public static List<Match> find(CharSequence text) {
        List<Match> all = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find())
                all.add(new Match(matcher.start(rule.group()), matcher.end(rule.group()), rule.kind()));
        }
        all.sort(Comparator.comparingInt(Match::start).thenComparing(match -> -match.end()));
        return withoutOverlaps(all);
    }

    /** The text with every find replaced by {@code [KIND removed]}. */
    public static String mask(String text) {
        List<Match> matches = find(text);
        if (matches.isEmpty()) return text;
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (Match match : matches) {
            masked.append(text, from, match.start())
                    .append('[')
                    .append(match.kind())
                    .append(" removed]");
            from = match.end();
        }
        return masked.append(text, from, text.length()).toString();
    }

    private static List<Match> withoutOverlaps(List<Match> sorted) {
        List<Match> kept = new ArrayList<>();
        int end = -1;
        for (Match match : sorted) {
            if (match.start() < end) continue;
            kept.add(match);
            end = match.end();
        }
        return kept;
    }

    private static Rule rule(String kind, String pattern) {
        return new Rule(kind, Pattern.compile(pattern), 0);
    }

    private static Rule value(String kind, String pattern) {
        return new Rule(kind, Pattern.compile(pattern), 1);
    }
}
