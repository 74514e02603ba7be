package dev.supportlink.incident.query;

import java.util.List;

/** A comparison of {@code sysparm_query}, by the word that stands between field and value. */
public enum Operator {
    NOT_EQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    EQUAL("="),
    LESS("<"),
    GREATER(">"),
    STARTS_WITH("STARTSWITH"),
    ENDS_WITH("ENDSWITH"),
    LIKE("LIKE"),
    IS_NOT_EMPTY("ISNOTEMPTY"),
    IS_EMPTY("ISEMPTY"),
    IN("IN");

    /** Longer words before shorter ones that begin alike. */
    static final List<Operator> IN_READING_ORDER = List.of(values());

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean takesNoOperand() {
        return this == IS_EMPTY || this == IS_NOT_EMPTY;
    }
}
