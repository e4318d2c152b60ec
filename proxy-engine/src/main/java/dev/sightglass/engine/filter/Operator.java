package dev.sightglass.engine.filter;

import java.util.Optional;

/** What may stand between a field and a value; the longer ones first. */
enum Operator {
    NOT_EQUAL("!="),
    NOT_LIKE("!~"),
    AT_LEAST(">="),
    AT_MOST("<="),
    EQUAL("="),
    LIKE("~"),
    MORE(">"),
    LESS("<"),
    HAS(":");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** The operator that stands at that index. */
    static Optional<Operator> at(String text, int index) {
        for (Operator operator : values()) if (text.startsWith(operator.sign, index)) return Optional.of(operator);
        return Optional.empty();
    }
}
