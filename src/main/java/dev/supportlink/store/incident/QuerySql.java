package dev.supportlink.store.incident;

import static java.util.Map.entry;

import dev.supportlink.incident.query.Condition;
import dev.supportlink.incident.query.IncidentQuery;
import dev.supportlink.incident.query.InvalidQuery;
import dev.supportlink.incident.query.Operator;
import dev.supportlink.incident.query.Ordering;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SQL of a query over {@code incident i}. An empty value is null here, which gives comparisons the meaning they have
 * on an instance: only "is not" and "is empty" hold for it. Values are always parameters.
 */
final class QuerySql {

    /** Fields that are columns, or follow from one; all others are rows of incident_field. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            entry("sys_id", "i.sys_id"),
            entry("number", "i.number"),
            entry("state", "i.state"),
            entry("incident_state", "i.state"),
            entry("priority", "i.priority"),
            entry("correlation_id", "i.correlation_id"),
            entry("opened_at", "i.created_on"),
            entry("sys_created_on", "i.created_on"),
            entry("sys_created_by", "i.created_by"),
            entry("sys_updated_on", "i.updated_on"),
            entry("sys_updated_by", "i.updated_by"),
            entry("sys_class_name", "'incident'"),
            entry("sys_domain", "'global'"),
            entry("active", "case when i.state in ('7', '8') then 'false' else 'true' end"));

    private static final String MOD_COUNT = "sys_mod_count";
    private static final String FIELD =
            "(select f.content from incident_field f where f.incident_sys_id = i.sys_id and f.name = ?)";

    /** Columns with letters of any kind; the others hold digits and the like, which every collation orders alike. */
    private static final Set<String> TEXTS = Set.of("number", "correlation_id", "sys_created_by", "sys_updated_by");

    private final List<Object> arguments = new ArrayList<>();
    private final String binaryOrder;

    /**
     * A query's SQL to be.
     *
     * @param binaryOrder what makes the database compare text by its characters
     */
    QuerySql(String binaryOrder) {
        this.binaryOrder = binaryOrder;
    }

    /** The condition that rows must meet; to be read before {@link #orderBy}, in the order of the statement. */
    String where(String connectionId, IncidentQuery query) {
        arguments.add(connectionId);
        return "i.connection_id = ?"
                + query.groups().stream()
                        .map(group -> " and "
                                + group.stream().map(this::condition).collect(Collectors.joining(" or ", "(", ")")))
                        .collect(Collectors.joining());
    }

    /** Ends with a unique key, so that pages of equal rows do not overlap. */
    String orderBy(IncidentQuery query) {
        String wanted = query.orderings().stream()
                .map(ordering -> ordered(ordering.field())
                        + (ordering.direction() == Ordering.Direction.DESCENDING ? " desc nulls last" : " nulls first")
                        + ", ")
                .collect(Collectors.joining());
        return wanted + "i.created_on, i.sys_id";
    }

    List<Object> arguments() {
        return Collections.unmodifiableList(arguments);
    }

    private String condition(Condition condition) {
        return condition.field().equals(MOD_COUNT) ? number(condition) : text(condition);
    }

    private String text(Condition condition) {
        return switch (condition.operator()) {
            case EQUAL -> condition.operand().isEmpty() ? isNull(condition) : compared(condition, "=");
            case NOT_EQUAL -> condition.operand().isEmpty() ? isNotNull(condition) : different(condition);
            case LESS -> compared(condition, "<");
            case AT_MOST -> compared(condition, "<=");
            case GREATER -> compared(condition, ">");
            case AT_LEAST -> compared(condition, ">=");
            case LIKE -> like(condition, "%" + escaped(condition) + "%");
            case STARTS_WITH -> like(condition, escaped(condition) + "%");
            case ENDS_WITH -> like(condition, "%" + escaped(condition));
            case IN -> in(condition, condition.operands());
            case IS_EMPTY -> isNull(condition);
            case IS_NOT_EMPTY -> isNotNull(condition);
        };
    }

    private String number(Condition condition) {
        return switch (condition.operator()) {
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> numbers(condition, symbol(condition.operator()));
            case IN -> numbers(condition, "in");
            default -> throw new InvalidQuery(MOD_COUNT + " is a number; compare it with =, !=, <, <=, >, >= or IN");
        };
    }

    private String numbers(Condition condition, String symbol) {
        condition.operands().forEach(operand -> arguments.add(longOf(operand)));
        return "i.mod_count " + symbol + " (" + marks(condition.operands()) + ")";
    }

    private String compared(Condition condition, String symbol) {
        String operand =
                symbol.contains("<") || symbol.contains(">") ? ordered(condition.field()) : operand(condition.field());
        arguments.add(condition.operand());
        return operand + " " + symbol + " ?";
    }

    private String different(Condition condition) {
        return "(" + isNull(condition) + " or " + compared(condition, "<>") + ")";
    }

    private String like(Condition condition, String pattern) {
        String operand = operand(condition.field());
        arguments.add(pattern);
        return operand + " like ? escape '!'";
    }

    private String in(Condition condition, List<String> choices) {
        String operand = operand(condition.field());
        arguments.addAll(choices);
        return operand + " in (" + marks(choices) + ")";
    }

    private String isNull(Condition condition) {
        return operand(condition.field()) + " is null";
    }

    private String isNotNull(Condition condition) {
        return operand(condition.field()) + " is not null";
    }

    private String operand(String field) {
        String column = field.equals(MOD_COUNT) ? "i.mod_count" : COLUMNS.get(field);
        if (column != null) {
            return column;
        }
        arguments.add(field);
        return FIELD;
    }

    private String ordered(String field) {
        boolean text = TEXTS.contains(field) || !COLUMNS.containsKey(field) && !field.equals(MOD_COUNT);
        return operand(field) + (text ? binaryOrder : "");
    }

    private static String symbol(Operator operator) {
        return switch (operator) {
            case NOT_EQUAL -> "<>";
            case LESS -> "<";
            case AT_MOST -> "<=";
            case GREATER -> ">";
            case AT_LEAST -> ">=";
            default -> "=";
        };
    }

    private static Long longOf(String operand) {
        try {
            return Long.valueOf(operand);
        } catch (NumberFormatException wrong) {
            throw new InvalidQuery(MOD_COUNT + " is a number; \"" + operand + "\" is none");
        }
    }

    private static String marks(List<String> operands) {
        return String.join(", ", Collections.nCopies(operands.size(), "?"));
    }

    private static String escaped(Condition condition) {
        return condition.operand().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
