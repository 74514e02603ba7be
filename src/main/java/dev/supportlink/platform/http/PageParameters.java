package dev.supportlink.platform.http;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list, {@code limit} and {@code cursor}; a {@code @BeanParam}. */
public class PageParameters {

    private static final int MAX_CURSOR = 512;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** The page that is asked for; 400 for a limit that is no number from 1 to 200. */
    public PageRequest toPageRequest() {
        return new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : number(limit), checkedCursor());
    }

    private @Nullable String checkedCursor() {
        if (cursor != null && (cursor.isEmpty() || cursor.length() > MAX_CURSOR)) {
            throw new InvalidInput("cursor", "must be the nextCursor of an earlier answer");
        }
        return cursor;
    }

    private static int number(String text) {
        if (text.matches("[1-9][0-9]{0,2}")) {
            int number = Integer.parseInt(text);
            if (number <= PageRequest.MAX_LIMIT) {
                return number;
            }
        }
        throw new InvalidInput("limit", "must be a number from 1 to " + PageRequest.MAX_LIMIT);
    }
}
