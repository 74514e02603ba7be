package dev.supportlink.sandbox.instance;

import java.util.Arrays;

/** The comparisons of encoded queries; letter case counts. */
enum Operator {
    EQUALS("="),
    NOT_EQUALS("!="),
    LIKE("LIKE"),
    NOT_LIKE("NOT LIKE"),
    STARTS_WITH("STARTSWITH"),
    ENDS_WITH("ENDSWITH"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IN("IN"),
    NOT_IN("NOT IN"),
    IS_EMPTY("ISEMPTY"),
    IS_NOT_EMPTY("ISNOTEMPTY");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    static Operator of(String sign) {
        return Arrays.stream(values())
                .filter(each -> each.sign.equals(sign))
                .findFirst()
                .orElseThrow();
    }

    boolean holds(String value, String operand) {
        return switch (this) {
            case EQUALS -> value.equals(operand);
            case NOT_EQUALS -> !value.equals(operand);
            case LIKE -> value.contains(operand);
            case NOT_LIKE -> !value.contains(operand);
            case STARTS_WITH -> value.startsWith(operand);
            case ENDS_WITH -> value.endsWith(operand);
            case LESS -> compare(value, operand) < 0;
            case AT_MOST -> compare(value, operand) <= 0;
            case GREATER -> compare(value, operand) > 0;
            case AT_LEAST -> compare(value, operand) >= 0;
            case IN -> Arrays.asList(operand.split(",", -1)).contains(value);
            case NOT_IN -> !Arrays.asList(operand.split(",", -1)).contains(value);
            case IS_EMPTY -> value.isEmpty();
            case IS_NOT_EMPTY -> !value.isEmpty();
        };
    }

    /** Whole numbers by size, everything else, dates included, as text. */
    static int compare(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? Long.compare(Long.parseLong(one), Long.parseLong(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}");
    }
}
