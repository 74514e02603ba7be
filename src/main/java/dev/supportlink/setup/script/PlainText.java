package dev.supportlink.setup.script;

/** Which characters may stand in a script as they are. */
final class PlainText {

    private PlainText() {}

    /** Whether a character is printable ASCII: the same under every code page, and visible. */
    static boolean printable(int character) {
        return character >= ' ' && character <= '~';
    }

    static boolean allPrintable(String text) {
        return text.chars().allMatch(PlainText::printable);
    }
}
