package dev.supportlink.setup.script;

/** Quotes a value as a string expression of PowerShell. */
public final class PowerShellString {

    private PowerShellString() {}

    /**
     * The value between single quotes, where only the quote itself means anything. PowerShell takes four Unicode quotes
     * for the same, and Windows PowerShell reads files without a mark in a code page that makes quotes out of parts of
     * other letters; so everything but printable ASCII is added by its number.
     */
    public static Literal of(String value) {
        if (PlainText.allPrintable(value)) {
            return new Literal(quoted(value));
        }
        StringBuilder expression = new StringBuilder("('");
        boolean open = true;
        for (char unit : value.toCharArray()) {
            if (PlainText.printable(unit)) {
                expression.append(open ? "" : " + '").append(unit == '\'' ? "''" : String.valueOf(unit));
                open = true;
            } else {
                expression.append(open ? "'" : "").append(String.format(" + [char]0x%04X", (int) unit));
                open = false;
            }
        }
        return new Literal(expression.append(open ? "')" : ")").toString());
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
