package dev.supportlink.outbound.servicenow;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;

/**
 * Conditions in ServiceNow's encoded query language. An instance drops conditions it does not understand and answers all
 * rows, so whoever asks must look at what came back.
 */
record EncodedQuery(String text) {

    static EncodedQuery where(String field, String value) {
        return new EncodedQuery(condition(field, value));
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
