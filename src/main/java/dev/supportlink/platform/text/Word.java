package dev.supportlink.platform.text;

import java.util.Arrays;
import java.util.Optional;

/** An enum constant that stands in JSON, the database and the documentation as one fixed lower-case word. */
public interface Word {

    /** The constant's name, provided by every enum. */
    String name();

    /** The fixed word: lower case, parts joined by hyphens. */
    default String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The constant that {@code word} stands for; empty when there is none. */
    static <E extends Enum<E> & Word> Optional<E> parse(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst();
    }

    /** All words of a type, joined for a message to a person. */
    static <E extends Enum<E> & Word> String choices(Class<E> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Word::word).toList());
    }
}
