package dev.sightglass.app.control;

import dev.sightglass.engine.model.Timings;
import java.util.ArrayList;
import java.util.List;

/** Cuts an exchange's time into phases that follow each other without gaps. */
public final class Phases {
    private Phases() {}

    /** The phases of an exchange; the last one reaches to {@code now} (nanoseconds since its first byte) while it runs. */
    public static List<Phase> of(Timings timings, long now) {
        long end = timings.ended() == Timings.UNSET ? now : timings.ended();
        List<Phase> phases = new ArrayList<>();
        long at = add(phases, "upload", 0, timings.requestRead(), end);
        at = add(phases, "overhead", at, timings.upstreamSent(), end);
        at = add(phases, "wait", at, timings.firstUpstreamByte(), end);
        at = timings.firstContent() == Timings.UNSET ? at : add(phases, "thinking", at, timings.firstContent(), end);
        boolean answering = timings.firstUpstreamByte() != Timings.UNSET;
        // The silence after the last byte is Azure's for as long as more may come.
        long last = timings.ended() == Timings.UNSET ? Timings.UNSET : timings.lastUpstreamByte();
        at = answering ? add(phases, "stream", at, last, end) : at;
        if (at < end) phases.add(new Phase("overhead", at, end));
        return List.copyOf(phases);
    }

    private static long add(List<Phase> phases, String key, long from, long mark, long end) {
        long to = mark == Timings.UNSET ? end : Math.min(end, Math.max(from, mark));
        if (to > from) phases.add(new Phase(key, from, to));
        return to;
    }
}
