package dev.supportlink.incident.query;

import java.util.Optional;
import java.util.function.Function;

/**
 * Holds one row against a query, with the meaning that the same query has in the database. All values are texts; the one
 * number, {@code sys_mod_count}, is compared as such in the database only.
 */
public final class RowMatcher {

    private RowMatcher() {}

    /**
     * Whether the row meets every group of conditions.
     *
     * @param fields the row's text by field name, empty text for an empty field; nothing for a field that is not shown,
     *     on which no condition is met
     */
    public static boolean matches(IncidentQuery query, Function<String, Optional<String>> fields) {
        return query.groups().stream()
                .allMatch(group -> group.stream()
                        .anyMatch(condition -> fields.apply(condition.field())
                                .filter(text -> holds(condition, text))
                                .isPresent()));
    }

    private static boolean holds(Condition condition, String text) {
        return switch (condition.operator()) {
            case EQUAL -> text.equals(condition.operand());
            case NOT_EQUAL -> !text.equals(condition.operand());
            case IS_EMPTY -> text.isEmpty();
            case IS_NOT_EMPTY -> !text.isEmpty();
            default -> !text.isEmpty() && holdsForText(condition, text);
        };
    }

    /** Nothing is smaller or greater than an empty field, and nothing is in it. */
    private static boolean holdsForText(Condition condition, String text) {
        return switch (condition.operator()) {
            case LESS -> text.compareTo(condition.operand()) < 0;
            case AT_MOST -> text.compareTo(condition.operand()) <= 0;
            case GREATER -> text.compareTo(condition.operand()) > 0;
            case AT_LEAST -> text.compareTo(condition.operand()) >= 0;
            case LIKE -> text.contains(condition.operand());
            case STARTS_WITH -> text.startsWith(condition.operand());
            case ENDS_WITH -> text.endsWith(condition.operand());
            case IN -> condition.operands().contains(text);
            default -> throw new IllegalArgumentException(condition.operator().name());
        };
    }
}
