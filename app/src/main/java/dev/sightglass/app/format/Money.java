package dev.sightglass.app.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** US dollars as text. Null, which is unknown, becomes the empty text. */
public final class Money {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal THOUSAND = new BigDecimal("1000");
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    private Money() {}

    /** {@code $1.23}; from a thousand on without cents, {@code $4,711}; below a cent two figures: {@code $0.0042}; below a hundredth of a cent {@code <$0.0001}. */
    public static String human(@Nullable BigDecimal dollars) {
        if (dollars == null) return "";
        if (dollars.signum() == 0) return "$0";
        if (dollars.compareTo(LEAST) < 0) return "<$0.0001";
        if (dollars.compareTo(CENT) < 0)
            return "$" + dollars.round(new MathContext(2)).toPlainString();
        if (dollars.compareTo(THOUSAND) >= 0)
            return String.format(
                    Locale.ROOT,
                    "$%,d",
                    dollars.setScale(0, RoundingMode.HALF_UP).toBigInteger());
        return "$"
                + dollars.setScale(dollars.compareTo(BigDecimal.ONE) < 0 ? 3 : 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** Every digit. */
    public static String exact(@Nullable BigDecimal dollars) {
        return dollars == null ? "" : "$" + dollars.toPlainString();
    }
}
