package dev.supportlink.store.inbound;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list as one column keeps it. */
final class CommaList {

    private CommaList() {}

    static String text(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    static <T> List<T> items(String text, Function<String, T> reader) {
        return Stream.of(text.split(",", -1))
                .filter(item -> !item.isEmpty())
                .map(reader)
                .toList();
    }
}
