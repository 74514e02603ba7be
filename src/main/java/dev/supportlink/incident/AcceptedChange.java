package dev.supportlink.incident;

import dev.supportlink.platform.text.Word;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One change that was promised to a caller and has to reach the instance.
 *
 * @param content what to write, by field name; for a journal entry the one element and its text
 */
public record AcceptedChange(Kind kind, Map<String, String> content) {

    /** What the change is; a journal entry is never mixed with fields, so that it can be looked for by its text. */
    public enum Kind implements Word {
        CREATE,
        UPDATE,
        JOURNAL
    }

    public AcceptedChange {
        content = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(content));
        if (kind == Kind.JOURNAL && content.size() != 1) {
            throw new IllegalArgumentException("a journal entry has one element");
        }
    }
}
