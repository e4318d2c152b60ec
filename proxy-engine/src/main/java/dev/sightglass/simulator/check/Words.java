package dev.sightglass.simulator.check;

import java.util.List;

/** Lists of values in the style of the service's error messages. */
public final class Words {
    private Words() {}

    /** {@code 'a', 'b', and 'c'}. */
    public static String quotedList(List<String> values) {
        List<String> quoted = values.stream().map(value -> "'" + value + "'").toList();
        int last = quoted.size() - 1;
        return switch (quoted.size()) {
            case 0 -> "";
            case 1 -> quoted.getFirst();
            case 2 -> quoted.getFirst() + " and " + quoted.getLast();
            default -> String.join(", ", quoted.subList(0, last)) + ", and " + quoted.get(last);
        };
    }
}
