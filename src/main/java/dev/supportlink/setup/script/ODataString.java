package dev.supportlink.setup.script;

/** Quotes a value as a string literal in a filter of Microsoft Graph. */
public final class ODataString {

    private ODataString() {}

    public static String of(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
