package dev.supportlink.access;

import dev.supportlink.secret.Secret;
import java.util.Optional;

/** What a password must be like; length is what counts, so there are no rules about kinds of characters. */
public final class PasswordRules {

    static final int LEAST = 12;
    static final int MOST = 256;

    private PasswordRules() {}

    /** What is wrong with it, without repeating it; empty when it may be used. */
    public static Optional<String> problem(String userName, Secret password) {
        String text = password.reveal();
        int length = text.codePointCount(0, text.length());
        if (length < LEAST || length > MOST) {
            return Optional.of("must have " + LEAST + " to " + MOST + " characters");
        }
        if (UserName.fold(text).equals(UserName.fold(userName))) {
            return Optional.of("must not be the user's name");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("must not contain control characters");
        }
        return Optional.empty();
    }
}
