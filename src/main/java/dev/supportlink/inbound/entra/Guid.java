package dev.supportlink.inbound.entra;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** GUIDs as Microsoft writes them; upper and lower case mean the same. */
final class Guid {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Guid() {}

    /** The GUID in lower case; empty when the text is none. */
    static Optional<String> normal(String text) {
        return FORM.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
