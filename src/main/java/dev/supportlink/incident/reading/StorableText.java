package dev.supportlink.incident.reading;

/** Makes text of an instance such that every database can hold it. */
final class StorableText {

    private static final int REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** The text without zero and broken characters, cut where it is longer than {@code longest}. */
    static String of(String text, int longest) {
        boolean clean = text.length() <= longest && text.chars().noneMatch(each -> each == 0 || isSurrogate(each));
        if (clean) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> isSurrogate(point) ? REPLACEMENT : point)
                .takeWhile(point -> kept.length() + Character.charCount(point) <= longest)
                .forEachOrdered(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
