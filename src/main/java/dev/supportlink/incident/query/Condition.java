package dev.supportlink.incident.query;

import java.util.List;

/**
 * One comparison.
 *
 * @param operands none for the tests of emptiness, several for IN, else one
 */
public record Condition(String field, Operator operator, List<String> operands) {

    public Condition {
        operands = List.copyOf(operands);
    }

    /** The only operand. */
    public String operand() {
        return operands.get(0);
    }
}
