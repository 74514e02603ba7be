package dev.supportlink.sandbox.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.state.Simulation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EncodedQueryTest {

    private final Tables tables = new Tables(Simulation.with(Clock.systemUTC()));

    @BeforeEach
    void fill() {
        tables.add(Schema.table("pet", "name", Column.text("name"), Column.text("age"), Column.text("kind")));
        add("Ada", "3", "cat");
        add("Bo", "12", "dog");
        add("Cleo", "7", "cat");
        add("Dot", "", "");
    }

    @Test
    void comparisons() {
        assertThat(names("kind=cat")).containsExactly("Ada", "Cleo");
        assertThat(names("kind!=cat")).containsExactly("Bo", "Dot");
        assertThat(names("nameLIKEo")).containsExactly("Bo", "Cleo", "Dot");
        assertThat(names("nameSTARTSWITHC")).containsExactly("Cleo");
        assertThat(names("nameENDSWITHa")).containsExactly("Ada");
        assertThat(names("age>3^ageISNOTEMPTY")).as("by size, not as text").containsExactly("Bo", "Cleo");
        assertThat(names("age<=7^ageISNOTEMPTY")).containsExactly("Ada", "Cleo");
        assertThat(names("kindISEMPTY")).containsExactly("Dot");
        assertThat(names("nameINAda,Dot")).containsExactly("Ada", "Dot");
        assertThat(names("nameNOT INAda,Dot")).containsExactly("Bo", "Cleo");
    }

    @Test
    void letterCaseCounts() {
        assertThat(names("name=ada")).isEmpty();
    }

    @Test
    void orJoinsTheLastCondition() {
        assertThat(names("kind=cat^name=Ada^ORname=Bo")).containsExactly("Ada");
        assertThat(names("kind=cat^ORkind=dog^age>5")).containsExactly("Bo", "Cleo");
    }

    @Test
    void newQueryJoinsWholeQueries() {
        assertThat(names("kind=cat^age<5^NQkind=dog")).containsExactly("Ada", "Bo");
    }

    @Test
    void ordersByOneOrMoreFields() {
        assertThat(names("ageISNOTEMPTY^ORDERBYage")).containsExactly("Ada", "Cleo", "Bo");
        assertThat(names("ORDERBYDESCname")).containsExactly("Dot", "Cleo", "Bo", "Ada");
        assertThat(names("kindISNOTEMPTY^ORDERBYkind^ORDERBYDESCname")).containsExactly("Cleo", "Ada", "Bo");
    }

    @Test
    void partsThatMakeNoSenseAreLeftOut() {
        assertThat(names("knid=cat")).hasSize(4);
        assertThat(names("knid=cat^name=Bo")).containsExactly("Bo");
        assertThat(names("what is this")).hasSize(4);
        assertThat(parsed("knid=cat").hadInvalidPart()).isTrue();
        assertThat(parsed("kind=cat^EQ").hadInvalidPart()).isFalse();
    }

    private List<String> names(String query) {
        EncodedQuery parsed = parsed(query);
        return parsed.sorted(tables.get("pet").rows().filter(parsed.condition()))
                .map(row -> row.get("name"))
                .toList();
    }

    private EncodedQuery parsed(String query) {
        return EncodedQuery.parse(query, new Fields(tables, tables.get("pet")));
    }

    private void add(String name, String age, String kind) {
        tables.insert("pet", Map.of("name", name, "age", age, "kind", kind), Tables.SYSTEM);
    }
}
