package dev.sightglass.engine.filter;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the test for a field, an operator and a value. What is unknown fulfils no comparison but a negated one. */
final class Comparisons {
    private Comparisons() {}

    /** @throws FilterSyntaxException when the value is none of the field's; {@code column} is the value's place */
    static Predicate<ExchangeSummary> of(Field field, Operator operator, String value, int operatorAt, int column)
            throws FilterSyntaxException {
        Function<ExchangeSummary, @Nullable Double> number = field.number();
        return number == null
                ? text(field, operator, value, operatorAt)
                : number(number, operator, Values.parse(field, value, column), field, operatorAt);
    }

    private static Predicate<ExchangeSummary> number(
            Function<ExchangeSummary, @Nullable Double> number, Operator operator, double value, Field field, int at)
            throws FilterSyntaxException {
        Predicate<Double> test = switch (operator) {
            case EQUAL, HAS -> n -> n == value;
            case NOT_EQUAL -> n -> n != value;
            case MORE -> n -> n > value;
            case AT_LEAST -> n -> n >= value;
            case LESS -> n -> n < value;
            case AT_MOST -> n -> n <= value;
            case LIKE, NOT_LIKE ->
                throw new FilterSyntaxException(at + 1, field.name() + " is a number: expected one of = != > >= < <=");
        };
        return e -> {
            Double known = number.apply(e);
            return known == null ? operator == Operator.NOT_EQUAL : test.test(known);
        };
    }

    private static Predicate<ExchangeSummary> text(Field field, Operator operator, String value, int at)
            throws FilterSyntaxException {
        String wanted = value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case EQUAL, HAS -> any(field, text -> Folding.same(text, wanted));
            case NOT_EQUAL -> any(field, text -> Folding.same(text, wanted)).negate();
            case LIKE -> any(field, text -> Folding.holds(text, wanted));
            case NOT_LIKE -> any(field, text -> Folding.holds(text, wanted)).negate();
            case MORE, AT_LEAST, LESS, AT_MOST ->
                throw new FilterSyntaxException(at + 1, field.name() + " is a text: expected one of : = != ~ !~");
        };
    }

    private static Predicate<ExchangeSummary> any(Field field, Predicate<String> test) {
        TextMemo memo = new TextMemo(test);
        return exchange -> {
            List<String> texts = field.texts().apply(exchange);
            for (int i = 0; i < texts.size(); i++) if (memo.test(texts.get(i))) return true;
            return false;
        };
    }
}
