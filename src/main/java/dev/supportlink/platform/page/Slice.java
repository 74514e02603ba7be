package dev.supportlink.platform.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list and the cursor of the next; no cursor on the last page. */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

    public Slice {
        items = List.copyOf(items);
    }

    /** The same page with each item translated. */
    public <R> Slice<R> map(Function<T, R> translation) {
        return new Slice<>(items.stream().map(translation).toList(), nextCursor);
    }
}
