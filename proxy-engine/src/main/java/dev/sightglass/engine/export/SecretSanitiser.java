package dev.sightglass.engine.export;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what looks like a credential by its shape or by the name before it. */
public final class SecretSanitiser implements Sanitiser {
    /**
     * @param kind what the mask says was there
     * @param pattern finds the secret; its last group is what gets masked, or the whole match when there is none
     * @param hint a text without which the pattern cannot match, in lower case; spares most texts the pattern
     */
    private record Rule(String kind, Pattern pattern, String hint) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    "private key",
                    "-----BEGIN [A-Z ]*PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
                    "private key-----"),
            rule("JWT", "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*", "eyj"),
            rule("API key", "\\bsk-[A-Za-z0-9_-]{16,}", "sk-"),
            rule("GitHub token", "\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})", "gh"),
            rule("GitLab token", "\\bglpat-[A-Za-z0-9_-]{16,}", "glpat-"),
            rule("AWS key id", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", "a"),
            rule("Slack token", "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}", "xox"),
            rule("Google API key", "\\bAIza[0-9A-Za-z_-]{35}", "aiza"),
            rule("Google token", "\\bya29\\.[A-Za-z0-9_-]{20,}", "ya29."),
            rule("Azure key", "\\b[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{20,}={0,2}", "jqqj99"),
            rule("Entra ID secret", "\\b[A-Za-z0-9_.~-]{3}[78]Q~[A-Za-z0-9_.~-]{31,34}", "q~"),
            rule("npm token", "\\bnpm_[A-Za-z0-9]{30,}", "npm_"),
            rule("Hugging Face token", "\\bhf_[A-Za-z0-9]{30,}", "hf_"),
            rule("Stripe key", "\\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}", "k_"),
            rule(
                    "account key",
                    "(?i)\\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)=(?!\\[)([^;\\s\"']{8,})",
                    "key="),
            rule("signature", "(?i)[?&](?:sig|signature)=(?!\\[)([A-Za-z0-9%+/=_-]{16,})", "sig"),
            rule("password", "\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/@\"'<>]{1,100}:(?!\\[)([^\\s/@\"'<>]{3,200})@", "://"),
            rule("bearer token", "(?i)\\bbearer\\s+(?!\\[)([A-Za-z0-9._~+/-]{20,}=*)", "bearer"),
            rule(
                    "secret",
                    "(?i)(?:api[_-]?key|secret[_-]?key|access[_-]?key|client[_-]?secret|auth[_-]?token|access[_-]?token"
                            + "|refresh[_-]?token|password|passwd|pwd)[\"']?\\s*[=:]\\s*[\"']?(?!\\[)"
                            + "((?=[^\\s\"',;&]*[0-9])[A-Za-z0-9+/=_.~!@#$%^*-]{8,})",
                    "="));

    private static Rule rule(String kind, String pattern, String hint) {
        return new Rule(kind, Pattern.compile(pattern), hint);
    }

    @Override
    public String mask(String text) {
        if (text.length() < 12) return text;
        String masked = text;
        for (Rule rule : RULES) {
            if (possible(rule, masked)) masked = masked(rule, masked);
        }
        return masked;
    }

    private static boolean possible(Rule rule, String text) {
        if (rule.kind.equals("secret")) return text.indexOf('=') >= 0 || text.indexOf(':') >= 0;
        int last = text.length() - rule.hint.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, rule.hint, 0, rule.hint.length())) return true;
        }
        return false;
    }

    private static String masked(Rule rule, String text) {
        Matcher matcher = rule.pattern.matcher(text);
        if (!matcher.find()) return text;
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        do {
            int group = matcher.groupCount();
            out.append(text, from, matcher.start(group))
                    .append("[redacted ")
                    .append(rule.kind)
                    .append(']');
            from = matcher.end(group);
        } while (matcher.find());
        return out.append(text, from, text.length()).toString();
    }
}
