package dev.supportlink.setup.script;

/** Makes a value harmless inside a comment of any language. */
final class CommentText {

    private static final int LONGEST = 120;

    private CommentText() {}

    /**
     * Letters, digits and the marks that names are made of; everything else becomes an underscore. Some interactive
     * shells run what stands behind a hash sign, so quoting would not be enough.
     */
    static Literal of(String value) {
        String text = value.replaceAll("[^A-Za-z0-9 ._-]", "_");
        return new Literal(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
}
