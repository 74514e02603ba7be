package dev.supportlink.store.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.incident.Incident;
import dev.supportlink.incident.ServiceNowTime;
import dev.supportlink.incident.query.Condition;
import dev.supportlink.incident.query.IncidentQuery;
import dev.supportlink.incident.query.Operator;
import dev.supportlink.incident.query.Ordering;
import dev.supportlink.incident.query.RowMatcher;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random queries find the same rows in the same order in both databases and in memory. */
class QueryOracleIT {

    private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00Z");
    private static final int ROWS = 60;
    private static final List<String> WORDS = List.of(
            "", "", "a", "B", "b", "Zebra", "zebra", "10", "9", "100%", "a_b", "a!b", "it's", "äpfel", "Öl", "a b",
            "1");
    private static final List<String> FIELDS = List.of(
            "short_description", "category", "u_rank", "state", "priority", "active", "number", "sys_updated_on");
    private static final Map<TestDatabase, Table> TABLES = new EnumMap<>(TestDatabase.class);

    private record Table(IncidentStore store, String connectionId, List<Incident> rows) {}

    @Property(tries = 1_000)
    void everyRowThatMeetsTheQueryIsFoundInOrder(
            @ForAll TestDatabase database, @ForAll("queries") IncidentQuery query) {
        Table table = TABLES.computeIfAbsent(database, QueryOracleIT::filled);

        List<String> expected = table.rows().stream()
                .filter(row -> RowMatcher.matches(query, field -> Optional.of(text(row, field))))
                .sorted(order(query))
                .map(Incident::sysId)
                .toList();

        assertThat(table.store().incidents().ids(table.connectionId(), query, 0, ROWS))
                .isEqualTo(expected);
        assertThat(table.store().incidents().count(table.connectionId(), query)).isEqualTo(expected.size());
    }

    @Provide
    Arbitrary<IncidentQuery> queries() {
        Arbitrary<Ordering> orderings = Combinators.combine(
                        Arbitraries.of(FIELDS), Arbitraries.of(Ordering.Direction.class))
                .as(Ordering::new);
        return Combinators.combine(
                        conditions().list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(3),
                        orderings.list().ofMaxSize(3))
                .as(IncidentQuery::new);
    }

    private static Arbitrary<Condition> conditions() {
        Arbitrary<String> operands = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.of(WORDS)), net.jqwik.api.Tuple.of(1, odd()));
        return Combinators.combine(
                        Arbitraries.of(FIELDS),
                        Arbitraries.of(Operator.class),
                        operands.list().ofMinSize(1).ofMaxSize(4))
                .as(QueryOracleIT::condition);
    }

    private static Arbitrary<String> odd() {
        return Arbitraries.strings().withChars("abzAZ019%_!'\\\"ä:- ").ofMaxLength(4);
    }

    private static Condition condition(String field, Operator operator, List<String> operands) {
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> new Condition(field, operator, List.of());
            case IN -> new Condition(field, operator, operands);
            default -> new Condition(field, operator, operands.subList(0, 1));
        };
    }

    private static Comparator<Incident> order(IncidentQuery query) {
        Comparator<Incident> order = (one, other) -> 0;
        for (Ordering ordering : query.orderings()) {
            Comparator<Incident> byField = Comparator.comparing(row -> text(row, ordering.field()));
            order = order.thenComparing(
                    ordering.direction() == Ordering.Direction.DESCENDING ? byField.reversed() : byField);
        }
        return order.thenComparing(row -> row.created().at()).thenComparing(Incident::sysId);
    }

    private static String text(Incident row, String field) {
        return switch (field) {
            case "number" -> row.number();
            case "priority" -> row.priority();
            case "active" -> Boolean.toString(row.active());
            case "sys_updated_on" -> ServiceNowTime.format(row.updated().at());
            default -> row.field(field);
        };
    }

    private static Table filled(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);
        String connectionId = store.connection(database);
        Random random = new Random(42);
        List<Incident> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Map<String, String> fields = new HashMap<>();
            fields.put("state", List.of("1", "2", "3", "6", "7", "8").get(random.nextInt(6)));
            fields.put("impact", Integer.toString(1 + random.nextInt(3)));
            fields.put("urgency", Integer.toString(1 + random.nextInt(3)));
            List.of("short_description", "category", "u_rank")
                    .forEach(name -> fields.put(name, WORDS.get(random.nextInt(WORDS.size()))));
            fields.values().removeIf(String::isEmpty);
            Incident.Stamp stamp = new Incident.Stamp(FIRST.plusSeconds(random.nextInt(20)), "caller");
            Incident incident =
                    new Incident(Ids.next(), connectionId, "INC" + row, 0, fields, stamp, stamp, List.of(), null, null);
            store.incidents().add(incident);
            rows.add(incident);
        }
        return new Table(store, connectionId, rows);
    }
}
