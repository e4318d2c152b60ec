package dev.sightglass.engine.store.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts an event stream together again from its templates and texts. */
final class StreamReader {
    /** A size beyond this is believed as far as bytes come. */
    private static final int MOST_BELIEVED = 16 << 20;

    private final byte[] form;
    private final ByteSource source;
    private final ByteSink out;
    private long counter;

    StreamReader(byte[] form, int size) {
        this.form = form;
        this.source = new ByteSource(form, 1, form.length);
        this.out = new ByteSink(Math.min(size, MOST_BELIEVED));
    }

    /** A piece of a template: literal bytes, then what follows: 0 the end, 1 a text, 2 the next number. */
    private record Segment(byte[] literal, int follower) {}

    private record Template(List<Segment> segments, ByteSource lengths, List<ByteSource> slots) {}

    byte[] read() {
        counter = source.number();
        int events = source.count();
        int count = source.count();
        int[] order = new int[events];
        for (int i = 0; i < events; i++) order[i] = (int) source.number();
        List<Template> templates = templates(count);
        for (int number : order) {
            if (number < 0 || number >= count) throw new IllegalArgumentException("a stored event has no template");
            write(templates.get(number));
        }
        return out.view();
    }

    private List<Template> templates(int count) {
        List<ByteSource> lengths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int size = source.count();
            int start = source.skip(size);
            lengths.add(new ByteSource(form, start, start + size));
        }
        List<List<Segment>> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) segments.add(segments());
        List<Template> templates = new ArrayList<>();
        for (int i = 0; i < count; i++)
            templates.add(new Template(segments.get(i), lengths.get(i), slots(segments.get(i))));
        return templates;
    }

    private List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        while (true) {
            long code = source.number();
            Segment segment = new Segment(source.take((int) Math.min(Integer.MAX_VALUE, code >>> 2)), (int) (code & 3));
            segments.add(segment);
            if (segment.follower == 0) return segments;
        }
    }

    private List<ByteSource> slots(List<Segment> segments) {
        List<ByteSource> slots = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.follower != 1) continue;
            source.skip(1);
            int size = source.count();
            int start = source.skip(size);
            slots.add(new ByteSource(form, start, start + size));
            source.skip(1);
        }
        return slots;
    }

    private void write(Template template) {
        int slot = 0;
        for (Segment segment : template.segments) {
            out.put(segment.literal);
            if (segment.follower == 1) {
                ByteSource text = template.slots.get(slot++);
                out.put(text.take((int) Math.min(Integer.MAX_VALUE, template.lengths.number())));
            } else if (segment.follower == 2) {
                out.put(Long.toString(counter++).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
