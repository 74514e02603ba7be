package dev.supportlink.incident.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private static final List<String> FIELDS = List.of(
            "state", "number", "sys_id", "short_description", "correlation_id", "u_floor", "x_mioms_id", "order");

    @Test
    void alternativesBelongToTheConditionBeforeThem() {
        IncidentQuery query = QueryParser.parse("state=1^ORstate=2^numberSTARTSWITHINC^ORDERBYDESCsys_updated_on");

        assertThat(query.groups())
                .containsExactly(
                        List.of(condition("state", Operator.EQUAL, "1"), condition("state", Operator.EQUAL, "2")),
                        List.of(condition("number", Operator.STARTS_WITH, "INC")));
        assertThat(query.orderings()).containsExactly(new Ordering("sys_updated_on", Ordering.Direction.DESCENDING));
    }

    @Test
    void operandKeepsEverythingUpToTheNextTerm() {
        assertThat(QueryParser.parse("short_descriptionLIKEa=b INc<d>!").groups())
                .containsExactly(List.of(condition("short_description", Operator.LIKE, "a=b INc<d>!")));
    }

    @Test
    void copiedQueriesMayEndWithTheirMark() {
        assertThat(QueryParser.parse("state=1^EQ")).isEqualTo(QueryParser.parse("state=1"));
        assertThat(QueryParser.parse("")).isEqualTo(IncidentQuery.ALL);
    }

    @Test
    void orderWithoutAConditionMayBeginWithTheSeparator() {
        assertThat(QueryParser.parse("^ORDERBYnumber")).isEqualTo(QueryParser.parse("ORDERBYnumber"));
        assertThat(QueryParser.parse("^ORDERBYDESCnumber")).isEqualTo(QueryParser.parse("ORDERBYDESCnumber"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense=1",
                "caller_id.name=x",
                "state",
                "state1",
                "=1",
                "^state=1",
                "^^ORDERBYnumber",
                "^ORstate=1",
                "state=1^",
                "state=1^^number=2",
                "ORstate=1",
                "state=1^NQstate=2",
                "stateNOT IN1,2",
                "stateBETWEEN1@2",
                "sys_class_nameINSTANCEOFtask",
                "stateISEMPTYx",
                "ORDERBY",
                "ORDERBYnonsense",
                "state=javascript:gs.getUserID()",
                "commentsLIKEx",
                "short_description=\0",
                "state=1^EQ^number=2"
            })
    void whatIsNotUnderstoodIsRefused(String text) {
        assertThatThrownBy(() -> QueryParser.parse(text)).isInstanceOf(InvalidQuery.class);
    }

    @Property(tries = 10_000)
    void wellFormedQueriesAreReadAsTheyWereWritten(@ForAll("conditionGroups") List<List<Condition>> groups) {
        String text = groups.stream()
                .map(group -> group.stream().map(QueryParserTest::written).collect(Collectors.joining("^OR")))
                .collect(Collectors.joining("^"));

        assertThat(QueryParser.parse(text).groups()).isEqualTo(groups);
    }

    @Property(tries = 10_000)
    void hostileTextIsReadOrRefusedButNeverBreaks(@ForAll("hostile") String text) {
        Throwable thrown = catchThrowable(() -> QueryParser.parse(text));

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(InvalidQuery.class);
        }
    }

    /** The longest texts that are looked at take no longer than what they are made of: no part is read again and again. */
    @ParameterizedTest
    @ValueSource(
            strings = {"state=1^OR", "a", "aIN", ",", "^", "ORDERBYstate^", "short_descriptionLIKE%_^", "IN1,2^OR"})
    void longTextIsReadInLinearTime(String piece) {
        String text = piece.repeat(8_000 / piece.length());
        String tooLong = piece.repeat(4_000_000 / piece.length());

        Duration taken = timed(() -> {
            for (int time = 0; time < 1_000; time++) {
                assertThat(catchThrowable(() -> QueryParser.parse(text))).isInstanceOfAny(InvalidQuery.class);
            }
            assertThatThrownBy(() -> QueryParser.parse(tooLong)).isInstanceOf(InvalidQuery.class);
        });

        assertThat(taken).isLessThan(Duration.ofSeconds(20));
    }

    @Provide
    Arbitrary<List<List<Condition>>> conditionGroups() {
        return conditions().list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "^",
                "^OR",
                "^NQ",
                "ORDERBY",
                "ORDERBYDESC",
                "=",
                "!=",
                "<=",
                "IN",
                "LIKE",
                "ISEMPTY",
                ",",
                "EQ",
                "state",
                "number",
                "javascript:",
                "%",
                "_",
                "'",
                "\"",
                ";--",
                "\0",
                "\uD800",
                "🙂",
                "(",
                "\\",
                " ",
                "\n");
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(10, pieces.list().ofMaxSize(30).map(parts -> String.join("", parts))),
                net.jqwik.api.Tuple.of(5, Arbitraries.strings().ofMaxLength(200)),
                net.jqwik.api.Tuple.of(
                        1, pieces.list().ofMinSize(2_000).ofMaxSize(2_100).map(parts -> String.join("", parts))));
    }

    private static Duration timed(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Arbitrary<Condition> conditions() {
        Arbitrary<String> operands = Arbitraries.strings()
                .withChars("abzAZ019 =<>!_%'\"äß,-:.\n")
                .ofMaxLength(20)
                .filter(operand -> !operand.startsWith("=") && !operand.startsWith("javascript:"));
        return Combinators.combine(Arbitraries.of(FIELDS), Arbitraries.of(Operator.class), operands)
                .as(QueryParserTest::generated);
    }

    private static Condition generated(String field, Operator operator, String operand) {
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> new Condition(field, operator, List.of());
            case IN -> new Condition(field, operator, List.of(operand.split(",", -1)));
            default -> new Condition(field, operator, List.of(operand));
        };
    }

    private static String written(Condition condition) {
        return condition.field() + condition.operator().word() + String.join(",", condition.operands());
    }

    private static Condition condition(String field, Operator operator, String operand) {
        return new Condition(field, operator, List.of(operand));
    }
}
