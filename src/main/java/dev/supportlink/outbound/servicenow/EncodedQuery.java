package dev.supportlink.outbound.servicenow;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import java.util.List;

/**
 * Conditions in ServiceNow's encoded query language. An instance drops conditions it does not understand and answers all
 * rows, so whoever asks must look at what came back.
 */
record EncodedQuery(String text) {

    static EncodedQuery where(String field, String value) {
        return new EncodedQuery(condition(field, value));
    }

    /** Ids have neither commas nor carets. */
    static EncodedQuery whereIn(String field, List<String> ids) {
        return new EncodedQuery(field + "IN" + String.join(",", ids));
    }

    EncodedQuery and(String field, String value) {
        return new EncodedQuery(text + "^" + condition(field, value));
    }

    EncodedQuery newestFirst(String field) {
        return new EncodedQuery(text + "^ORDERBYDESC" + field);
    }

    private static String condition(String field, String value) {
        // The language has no dependable way to write a caret inside a value.
        if (value.indexOf('^') >= 0) {
            throw new UpstreamException(
                    "instance", Kind.REJECTED, null, "A value with a caret cannot be looked up at an instance.");
        }
        return field + "=" + value;
    }
}
