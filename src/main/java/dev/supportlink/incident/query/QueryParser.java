package dev.supportlink.incident.query;

import dev.supportlink.incident.IncidentFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an encoded query: terms joined by {@code ^}, alternatives by {@code ^OR}, order by {@code ORDERBY} terms. Every
 * part must be understood; {@link InvalidQuery} otherwise.
 */
public final class QueryParser {

    private static final int LONGEST = 8_000;
    private static final int MOST_TERMS = 100;
    private static final int MOST_OPERANDS = 500;
    private static final int MOST_ORDERINGS = 5;

    /** The mark that lists of ServiceNow put at the end of the queries that they offer for copying. */
    private static final String END_MARK = "EQ";

    private static final String DESCENDING = "ORDERBYDESC";
    private static final String ASCENDING = "ORDERBY";
    private static final Pattern FIELD_FIRST = Pattern.compile("([a-z][a-z0-9_]*)(.*)", Pattern.DOTALL);

    private final List<List<Condition>> groups = new ArrayList<>();
    private final List<Ordering> orderings = new ArrayList<>();

    private QueryParser() {}

    /** The query that the text stands for; an empty text asks for everything. */
    public static IncidentQuery parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidQuery("must not be longer than " + LONGEST + " characters");
        }
        if (IncidentFields.unstorable(text).isPresent()) {
            throw new InvalidQuery("must not contain control characters or broken characters");
        }
        return text.isEmpty() ? IncidentQuery.ALL : new QueryParser().read(text);
    }

    private IncidentQuery read(String text) {
        String[] terms = text.split("\\^", -1);
        if (terms.length > MOST_TERMS) {
            throw new InvalidQuery("must not have more than " + MOST_TERMS + " terms");
        }
        for (int index = 0; index < terms.length; index++) {
            if (!isEndMark(terms, index) && !isEmptyFront(terms, index)) {
                term(terms[index]);
            }
        }
        return new IncidentQuery(groups, orderings);
    }

    private static boolean isEndMark(String[] terms, int index) {
        return index == terms.length - 1 && terms[index].equals(END_MARK);
    }

    /** Clients that have an order but no condition send {@code ^ORDERBY...}. */
    private static boolean isEmptyFront(String[] terms, int index) {
        return index == 0 && terms[0].isEmpty() && terms.length > 1 && terms[1].startsWith(ASCENDING);
    }

    private void term(String term) {
        if (term.startsWith(DESCENDING)) {
            order(term.substring(DESCENDING.length()), Ordering.Direction.DESCENDING);
        } else if (term.startsWith(ASCENDING)) {
            order(term.substring(ASCENDING.length()), Ordering.Direction.ASCENDING);
        } else if (term.startsWith("OR")) {
            alternative(condition(term.substring(2)));
        } else {
            groups.add(new ArrayList<>(List.of(condition(term))));
        }
    }

    private void alternative(Condition condition) {
        if (groups.isEmpty()) {
            throw new InvalidQuery("^OR needs a condition before it");
        }
        groups.get(groups.size() - 1).add(condition);
    }

    private void order(String field, Ordering.Direction direction) {
        if (orderings.size() == MOST_ORDERINGS) {
            throw new InvalidQuery("must not order by more than " + MOST_ORDERINGS + " fields");
        }
        orderings.add(new Ordering(searchable(field), direction));
    }

    private static Condition condition(String term) {
        Matcher parts = FIELD_FIRST.matcher(term);
        if (!parts.matches()) {
            throw new InvalidQuery("\"" + term + "\" does not begin with the name of a field");
        }
        String rest = parts.group(2);
        Operator operator = Operator.IN_READING_ORDER.stream()
                .filter(candidate -> rest.startsWith(candidate.word()))
                .filter(candidate -> !rest.startsWith("INSTANCEOF"))
                .findFirst()
                .orElseThrow(() -> new InvalidQuery("\"" + term + "\" has no operator that is known here"));
        String field = searchable(parts.group(1));
        return new Condition(
                field,
                operator,
                operands(term, operator, rest.substring(operator.word().length())));
    }

    private static List<String> operands(String term, Operator operator, String text) {
        if (text.startsWith("javascript:")) {
            throw new InvalidQuery("scripts are not run here: \"" + term + "\"");
        }
        if (operator.takesNoOperand()) {
            if (!text.isEmpty()) {
                throw new InvalidQuery("\"" + term + "\" has a value after " + operator.word());
            }
            return List.of();
        }
        return operator == Operator.IN ? choices(text) : List.of(text);
    }

    private static List<String> choices(String text) {
        List<String> choices = Arrays.asList(text.split(",", -1));
        if (choices.size() > MOST_OPERANDS) {
            throw new InvalidQuery("IN must not list more than " + MOST_OPERANDS + " values");
        }
        return choices;
    }

    private static String searchable(String field) {
        if (!IncidentFields.searchable(field)) {
            throw new InvalidQuery("\"" + field + "\" is not a field that can be searched");
        }
        return field;
    }
}
