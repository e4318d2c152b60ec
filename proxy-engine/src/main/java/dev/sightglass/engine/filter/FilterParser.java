package dev.sightglass.engine.filter;

import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries by recursive descent.
 *
 * <pre>
 * query      = both { "or" both }
 * both       = one { [ "and" ] one }
 * one        = "not" one | "(" query ")" | comparison | text
 * comparison = field operator value          no blanks needed, some allowed
 * text       = a word or a "quoted text" that names no field
 * </pre>
 */
final class FilterParser {
    /** Deeper nesting is no query of a person. */
    private static final int MOST_DEPTH = 100;

    private final String query;
    private final Function<ExchangeSummary, @Nullable BigDecimal> costs;
    private final Function<String, Term.Text> plainText;
    private final Set<String> texts = new HashSet<>();
    private int at;
    private int depth;

    FilterParser(
            String query,
            Function<ExchangeSummary, @Nullable BigDecimal> costs,
            Function<String, Term.Text> plainText) {
        this.query = query;
        this.costs = costs;
        this.plainText = plainText;
    }

    ExchangeFilter parse() throws FilterSyntaxException {
        Term term = any();
        blanks();
        if (at < query.length()) throw error("unexpected ')'");
        return new ExchangeFilter(query, term, texts);
    }

    private Term any() throws FilterSyntaxException {
        if (++depth > MOST_DEPTH) throw error("too deeply nested");
        List<Term> terms = new ArrayList<>();
        terms.add(all());
        while (keyword("or")) terms.add(all());
        depth--;
        return terms.size() == 1 ? terms.getFirst() : new Term.Any(terms);
    }

    private Term all() throws FilterSyntaxException {
        List<Term> terms = new ArrayList<>();
        terms.add(one());
        while (keyword("and") || startsAnother()) terms.add(one());
        return terms.size() == 1 ? terms.getFirst() : new Term.All(terms);
    }

    private boolean startsAnother() {
        blanks();
        return at < query.length() && query.charAt(at) != ')' && !comesKeyword("or");
    }

    private Term one() throws FilterSyntaxException {
        blanks();
        if (at >= query.length()) throw error("expected a field, a text, 'not' or '('");
        if (query.charAt(at) == ')' || comesKeyword("and") || comesKeyword("or"))
            throw error("expected a field or a text before '" + peekWord() + "'");
        if (keyword("not")) return new Term.Not(one());
        if (query.charAt(at) == '(') return group();
        return query.charAt(at) == '"' ? text(quoted()) : comparisonOrText();
    }

    private Term group() throws FilterSyntaxException {
        int open = at++;
        Term term = any();
        blanks();
        if (at >= query.length() || query.charAt(at) != ')')
            throw error("expected ')' for the '(' at column " + (open + 1));
        at++;
        return term;
    }

    private Term comparisonOrText() throws FilterSyntaxException {
        int start = at;
        String name = name();
        int afterName = at;
        blanks();
        Optional<Operator> operator = Operator.at(query, at);
        Optional<Field> field = Fields.byName(name);
        if (operator.isPresent() && field.isPresent()) return comparison(field.get(), operator.get());
        if (operator.isPresent() && !name.isEmpty() && at == afterName && looksLikeField(operator.get()))
            throw new FilterSyntaxException(start + 1, "there is no field '" + name + "'" + Completions.nearest(name));
        at = start;
        return text(word());
    }

    /** A word with a colon may be a plain text such as a URL or a path; with another sign it is meant as a field. */
    private static boolean looksLikeField(Operator operator) {
        return operator != Operator.HAS;
    }

    private Term comparison(Field field, Operator operator) throws FilterSyntaxException {
        int operatorAt = at;
        at += operator.sign().length();
        blanks();
        int valueAt = at;
        if (at >= query.length() || query.charAt(at) == ')' || query.charAt(at) == '(')
            throw error("expected a value after " + field.name() + operator.sign());
        String value = query.charAt(at) == '"' ? quoted() : word();
        return new Term.Comparison(Comparisons.of(priced(field), operator, value, operatorAt, valueAt));
    }

    /** What an exchange cost is not said by itself. */
    private Field priced(Field field) {
        if (field.unit() != Field.Unit.MONEY) return field;
        return field.reading(exchange -> {
            BigDecimal cost = costs.apply(exchange);
            return cost == null ? null : (Double) cost.doubleValue();
        });
    }

    private Term text(String text) {
        texts.add(text);
        return plainText.apply(text);
    }

    private String name() {
        int start = at;
        while (at < query.length() && (Character.isLetterOrDigit(query.charAt(at)) || query.charAt(at) == '_')) at++;
        return query.substring(start, at);
    }

    private String word() {
        int start = at;
        while (at < query.length() && !Character.isWhitespace(query.charAt(at)) && "()".indexOf(query.charAt(at)) < 0)
            at++;
        if (at == start) at++;
        return query.substring(start, at);
    }

    private String peekWord() {
        int start = at;
        String word = word();
        at = start;
        return word;
    }

    private String quoted() throws FilterSyntaxException {
        int open = at++;
        StringBuilder text = new StringBuilder();
        while (at < query.length() && query.charAt(at) != '"') {
            boolean escape = query.charAt(at) == '\\' && at + 1 < query.length();
            text.append(query.charAt(escape ? at + 1 : at));
            at += escape ? 2 : 1;
        }
        if (at >= query.length()) throw error("expected '\"' to end the text that begins at column " + (open + 1));
        at++;
        return text.toString();
    }

    private boolean keyword(String keyword) {
        if (!comesKeyword(keyword)) return false;
        at += keyword.length();
        return true;
    }

    private boolean comesKeyword(String keyword) {
        blanks();
        int end = at + keyword.length();
        boolean same = query.regionMatches(true, at, keyword, 0, keyword.length());
        return same && (end >= query.length() || Character.isWhitespace(query.charAt(end)) || isBracket(end));
    }

    private boolean isBracket(int index) {
        return query.charAt(index) == '(' || query.charAt(index) == ')';
    }

    private void blanks() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) at++;
    }

    private FilterSyntaxException error(String message) {
        return new FilterSyntaxException(at + 1, message);
    }
}
