package dev.supportlink.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chance, from a seed: the same seed makes the same requests. */
record Pick(RandomGenerator random) {

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** True in so many cases of a hundred. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Up to {@code most} of the things that {@code source} makes, one after the other. */
    String several(int most, String between, java.util.function.Supplier<String> source) {
        return Stream.generate(source).limit(random.nextInt(most + 1)).collect(Collectors.joining(between));
    }

    /** Any bytes, as a string of the first 256 characters. */
    String bytes(int most) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most + 1); length > 0; length--) {
            text.append((char) random.nextInt(256));
        }
        return text.toString();
    }

    /** What parsers, databases and serialisers stumble over; each character stands for one byte of the request. */
    String nasty() {
        return switch (random.nextInt(14)) {
            case 0 -> "";
            case 1 -> of("%", "%zz", "%u0041", "%c0%ae", "%00", "%ff%fe", "%ED%A0%80", "%25%32%35", "+%2B+");
            case 2 -> "\u00c3\u0028\u00ff\u00fe";
            case 3 -> "\u00f0\u009f\u0092\u00a9\u00e2\u0080\u00ae";
            case 4 -> of("'", "\"", "\\", "' or '1'='1", "${jndi:ldap://x}", "#{7*7}", "<script>", "{{x}}", "*/");
            case 5 -> of("null", "undefined", "NaN", "-0", "1e999999", "0x10", "9223372036854775808", "\u00b2", "-1");
            case 6 -> of("^", "^OR", "^NQ", "^ORDERBY", "=", "!=", "<", ">=", "IN", "ISEMPTY", "javascript:1", ".");
            case 7 -> "A".repeat(below(3000));
            case 8 -> of("../", "..%2f", "/", "//", ";", ";a=b", "?", "#", "&", "&&", "=&=", "%2e%2e");
            case 9 -> bytes(20).replaceAll("[\\x00-\\x20\\x7f]", "~");
            case 10 -> of("\u00ef\u00bb\u00bf", "\\u0000", "\\ud800", "\\", "\u0085", "\u00c2\u00a0");
            case 11 -> of("true", "false", "TRUE", "all", "yes", "1", "0");
            case 12 -> Long.toHexString(random.nextLong()).repeat(2);
            default -> Integer.toString(random.nextInt());
        };
    }
}
