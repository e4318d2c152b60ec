package dev.sightglass.app.exchanges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places moments on a line from 0 to 1, so that exchanges which overlapped in time overlap on the line. Stretches in which
 * nothing ran (a person thinks) are cut to a sliver, else they would leave no room for what did.
 */
final class TimeScale {
    /** The longest that an idle stretch may be, as a part of all busy time. */
    private static final double GAP_SHARE = 0.04;

    private final long[] froms;
    private final long[] tos;
    private final double[] starts;
    private final double total;

    /** Something that ran from one moment to another, in milliseconds of any one clock. */
    record Span(long from, long to) {}

    private TimeScale(List<Span> busy) {
        froms = new long[busy.size()];
        tos = new long[busy.size()];
        starts = new double[busy.size()];
        double gap = Math.max(1, busy.stream().mapToLong(s -> s.to() - s.from()).sum() * GAP_SHARE);
        double position = 0;
        for (int i = 0; i < busy.size(); i++) {
            froms[i] = busy.get(i).from();
            tos[i] = busy.get(i).to();
            if (i > 0) position += Math.min(gap, froms[i] - tos[i - 1]);
            starts[i] = position;
            position += tos[i] - froms[i];
        }
        total = Math.max(1, position);
    }

    static TimeScale over(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(Span::from));
        List<Span> busy = new ArrayList<>();
        for (Span span : sorted) {
            if (!busy.isEmpty() && span.from() <= busy.getLast().to()) {
                Span last = busy.removeLast();
                busy.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                busy.add(span);
            }
        }
        return new TimeScale(busy);
    }

    /** Where this moment lies; moments outside of all spans lie at the nearest end. */
    double at(double moment) {
        for (int i = froms.length - 1; i >= 0; i--)
            if (moment >= froms[i]) return (starts[i] + Math.min(moment, tos[i]) - froms[i]) / total;
        return 0;
    }
}
