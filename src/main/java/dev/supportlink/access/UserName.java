package dev.supportlink.access;

import dev.supportlink.platform.problem.InvalidInput;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a user: unique ignoring case, without a colon (Basic authentication ends the name there). */
public record UserName(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern LIKE_AN_ID = Pattern.compile("[0-9a-fA-F]{32}");

    public UserName {
        problem(text).ifPresent(wrong -> {
            throw new InvalidInput("name", wrong);
        });
    }

    /** What is wrong with a name; empty when it may be used. */
    static Optional<String> problem(String text) {
        if (LIKE_AN_ID.matcher(text).matches()) {
            return Optional.of("must not look like an id (32 hex digits)");
        }
        return FORM.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must be 1 to 64 letters, digits or any of . _ @ -, beginning with a letter or digit");
    }

    /** The form in which names are compared. */
    public String folded() {
        return fold(text);
    }

    /** The form in which any text is compared with names. */
    public static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
