package dev.sightglass.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The headers of one message, repeated names kept; names compare without regard to case (RFC 9110 section 5.1). */
public record Headers(List<Header> list) {
    public static final Headers NONE = new Headers(List.of());

    public Headers {
        list = List.copyOf(list);
    }

    /** Headers from names and values in turn. */
    public static Headers of(String... namesAndValues) {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            headers.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        return new Headers(headers);
    }

    /** The value of the first header of that name. */
    public Optional<String> first(String name) {
        return stream(name).findFirst();
    }

    /** The values of all headers of that name, in order. */
    public Stream<String> stream(String name) {
        return list.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value);
    }

    /** These headers with one more at the end. */
    public Headers with(String name, String value) {
        List<Header> more = new ArrayList<>(list);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /** The headers that the test accepts. */
    public Headers filter(Predicate<Header> test) {
        return new Headers(list.stream().filter(test).toList());
    }
}
