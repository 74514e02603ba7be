package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.StaleRevision;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditional requests: a resource's ETag is its revision number in quotes, and a change names the one it read. */
public final class Preconditions {

    private static final Pattern ENTITY_TAGS = Pattern.compile(
            "\\s*(W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"\\s*(,\\s*(W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"\\s*)*");
    private static final Pattern STRONG_TAG = Pattern.compile("(?<!W/)(\"[^\"]*\")(?=\\s*(,|$))");

    private Preconditions() {}

    /** The ETag of a revision, quotes included. */
    public static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * Lets a change pass only when {@code If-Match} names the present revision: 428 without the header, 400 when it is
     * no list of entity tags, 412 when none of them is the present one.
     *
     * @param what the resource in words, as the beginning of a sentence, such as {@code The connection}
     */
    public static void requireMatch(HttpHeaders headers, long revision, String what) {
        requireMatch(headers.getRequestHeader(HttpHeaders.IF_MATCH), revision, what);
    }

    /** The same for a request that another thread works on: {@code sent} holds the {@code If-Match} lines. */
    public static void requireMatch(@Nullable List<String> sent, long revision, String what) {
        if (sent == null || sent.isEmpty()) {
            throw new PreconditionRequired(what);
        }
        String value = String.join(",", sent).strip();
        if (value.equals("*")) {
            return;
        }
        if (!ENTITY_TAGS.matcher(value).matches()) {
            throw new UnreadableRequest(
                    "If-Match must hold the ETag of the last read, with its quotes, such as \"7\".");
        }
        if (!names(value, etag(revision))) {
            throw new StaleRevision(what);
        }
    }

    private static boolean names(String value, String etag) {
        Matcher tags = STRONG_TAG.matcher(value);
        return tags.results().anyMatch(tag -> tag.group(1).equals(etag));
    }
}
