package dev.supportlink.sandbox.instance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An encoded query of the Table API.
 *
 * <p>Parts that cannot be read, and parts about unknown fields, are left out without a word, as a real instance does: the
 * trap that makes a misspelt query answer every row.
 */
record EncodedQuery(Predicate<Row> condition, List<Comparator<Row>> order, boolean hadInvalidPart) {

    private static final Pattern TERM = Pattern.compile(
            "([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*)"
                    + "(ISNOTEMPTY|ISEMPTY|STARTSWITH|ENDSWITH|NOT LIKE|LIKE|NOT IN|IN|!=|>=|<=|=|>|<)(.*)",
            Pattern.DOTALL);
    private static final Pattern ORDER = Pattern.compile("ORDERBY(DESC)?([a-z][a-z0-9_.]*)");

    static EncodedQuery parse(String text, Fields fields) {
        return new Reader(fields).read(text);
    }

    Stream<Row> sorted(Stream<Row> rows) {
        return order.stream()
                .reduce(Comparator::thenComparing)
                .map(rows::sorted)
                .orElse(rows);
    }

    /** Reads the parts in order: each condition is joined to those before it by "and", or by "or" to the last one. */
    private static final class Reader {

        private final Fields fields;
        private final List<List<Predicate<Row>>> all = new ArrayList<>();
        private final List<Comparator<Row>> order = new ArrayList<>();
        private Predicate<Row> earlierQueries = row -> false;
        private boolean hadEarlierQuery;
        private boolean invalid;

        Reader(Fields fields) {
            this.fields = fields;
        }

        EncodedQuery read(String text) {
            for (String part : text.split("\\^", -1)) {
                readPart(part);
            }
            Predicate<Row> last = conjunction();
            return new EncodedQuery(hadEarlierQuery ? earlierQueries.or(last) : last, List.copyOf(order), invalid);
        }

        private void readPart(String part) {
            Matcher ordering = ORDER.matcher(part);
            if (part.isEmpty() || part.equals("EQ")) {
                return;
            }
            if (ordering.matches()) {
                addOrder(ordering.group(2), ordering.group(1) != null);
            } else if (part.startsWith("NQ")) {
                startNewQuery(part.substring(2));
            } else if (part.startsWith("OR")) {
                add(part.substring(2), !all.isEmpty());
            } else {
                add(part, false);
            }
        }

        private void add(String term, boolean alternative) {
            Optional<Predicate<Row>> condition = condition(term);
            if (condition.isEmpty()) {
                invalid = true;
            } else if (alternative) {
                all.get(all.size() - 1).add(condition.get());
            } else {
                all.add(new ArrayList<>(List.of(condition.get())));
            }
        }

        private Optional<Predicate<Row>> condition(String term) {
            Matcher matcher = TERM.matcher(term);
            if (!matcher.matches() || !fields.exists(matcher.group(1))) {
                return Optional.empty();
            }
            Operator operator = Operator.of(matcher.group(2));
            String field = matcher.group(1);
            String operand = matcher.group(3);
            return Optional.of(row -> operator.holds(fields.value(row, field), operand));
        }

        private void addOrder(String field, boolean descending) {
            if (fields.exists(field)) {
                Comparator<Row> byField =
                        (one, other) -> Operator.compare(fields.value(one, field), fields.value(other, field));
                order.add(descending ? byField.reversed() : byField);
            } else {
                invalid = true;
            }
        }

        private void startNewQuery(String term) {
            earlierQueries = earlierQueries.or(conjunction());
            hadEarlierQuery = true;
            all.clear();
            add(term, false);
        }

        private Predicate<Row> conjunction() {
            return all.stream()
                    .map(alternatives ->
                            alternatives.stream().reduce(Predicate::or).orElseThrow())
                    .reduce(row -> true, Predicate::and);
        }
    }
}
