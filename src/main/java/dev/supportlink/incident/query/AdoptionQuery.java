package dev.supportlink.incident.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which of an instance's incidents may be adopted. An instance drops the parts of a query that it does not
 * understand and answers every row, so a row is held against the query here and never taken on the instance's word.
 */
public final class AdoptionQuery {

    /** What a person is told to type. */
    public static final String FORM =
            "must be an encoded query with at least one condition, or null for no adoption, such as assignment_group=...";

    private static final int LONGEST = 1_000;
    private static final String MOD_COUNT = "sys_mod_count";

    private final IncidentQuery query;

    private AdoptionQuery(IncidentQuery query) {
        this.query = query;
    }

    /** The query that the text stands for; {@link InvalidQuery} when it has a {@link #problemOf problem}. */
    public static AdoptionQuery parse(String text) {
        problemOf(text).ifPresent(problem -> {
            throw new InvalidQuery(problem);
        });
        return new AdoptionQuery(QueryParser.parse(text));
    }

    /** Why the text cannot decide about adoption; empty when it can. */
    public static Optional<String> problemOf(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("must not be longer than " + LONGEST + " characters");
        }
        try {
            IncidentQuery query = QueryParser.parse(text);
            if (query.groups().isEmpty()) {
                return Optional.of(FORM);
            }
            if (query.groups().stream()
                    .flatMap(List::stream)
                    .anyMatch(one -> one.field().equals(MOD_COUNT))) {
                return Optional.of("must not look at " + MOD_COUNT + ", which changes with every save");
            }
            return query.orderings().isEmpty()
                    ? Optional.empty()
                    : Optional.of("must not order rows: leave ORDERBY out");
        } catch (InvalidQuery invalid) {
            return Optional.of(invalid.problem());
        }
    }

    /** Whether a row of the instance meets it; a condition on a field that the row does not show is never met. */
    public boolean matches(Map<String, String> row) {
        return RowMatcher.matches(query, field -> Optional.ofNullable(row.get(field)));
    }
}
